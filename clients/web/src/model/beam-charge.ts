import { bears, type Bearing, type Place } from './beams.js';
import type { ShipClassInfo } from './ship-classes.js';

const tickSeconds = 1 / 20;

/** How a beam stands after its last shot. */
export interface Charge {
  /** 0 right after a shot, 1 when the beam is ready. */
  readonly share: number;
  /** Until it is ready, at its present effect; infinite while it does not charge. */
  readonly secondsLeft: number;
}

const ready: Charge = { share: 1, secondsLeft: 0 };

/**
 * How far the own ship's beams are charged. The server tells of shots only, so this goes by the rules of the game from there on. Who
 * comes aboard takes all beams for ready until they fire.
 */
export class BeamCharge {
  /** Seconds of full effect until each beam is ready. */
  #waits: number[] = [];
  #tick = 0;
  #cycle = 0;

  /**
   * Takes note of one beam's shot. Which beam it was is not told: it is the one that bears and is best charged.
   * @param at - Where the target is; undefined if that is not known.
   */
  fired(info: ShipClassInfo, ship: Bearing, at: Place | undefined): void {
    const { beams, beamCycleSeconds } = info;
    this.#cycle = beamCycleSeconds;
    let best = -1;
    let bestWait = Infinity;
    beams.forEach((beam, index) => {
      const wait = (this.#waits[index] ?? 0) + (at && bears(beam, ship, at) ? 0 : beamCycleSeconds);
      if (wait >= bestWait) return;
      best = index;
      bestWait = wait;
    });
    if (best >= 0) this.#waits[best] = beamCycleSeconds;
  }

  /**
   * Lets time pass until a tick.
   * @param effect - What the beams can do: their power times their health.
   */
  advance(tick: number, effect: number): void {
    const seconds = (tick - this.#tick) * tickSeconds;
    // A tick before the last one is of another game.
    if (seconds < 0) this.#waits = [];
    else this.#waits = this.#waits.map((wait) => Math.max(0, wait - seconds * effect));
    this.#tick = tick;
  }

  /**
   * How far a beam is charged.
   * @param index - Its place among the beams of the ship's class.
   * @param effect - What the beams can do: their power times their health.
   */
  of(index: number, effect: number): Charge {
    const wait = this.#waits[index] ?? 0;
    return wait <= 0 || this.#cycle <= 0
      ? ready
      : { share: 1 - wait / this.#cycle, secondsLeft: effect > 0 ? wait / effect : Infinity };
  }
}
