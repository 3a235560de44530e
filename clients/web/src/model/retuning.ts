import type { BeamFrequency } from '@artemis/client/protocol';

/** So long beams that change their frequency are silent; the server has the last word. */
const retuneSeconds = 25;
const ticksPerSecond = 20;

/**
 * Beams that change their frequency. The ship tells of the new one when it is there, so what comes until then is reckoned here from
 * the order.
 */
export class Retuning {
  #order: { readonly frequency: BeamFrequency; readonly tick: number } | undefined;

  /** Takes note of an order. */
  begin(frequency: BeamFrequency, tick: number): void {
    this.#order = { frequency, tick };
  }

  /** What was ordered and the seconds until then; undefined while the beams have what they should. */
  at(actual: BeamFrequency, tick: number): { frequency: BeamFrequency; secondsLeft: number } | undefined {
    if (!this.#order) return undefined;
    const secondsLeft = retuneSeconds - (tick - this.#order.tick) / ticksPerSecond;
    // An order that went astray must not stand for ever, nor one of the game before.
    const over = secondsLeft < -2 || tick < this.#order.tick;
    if (over || this.#order.frequency === actual) this.#order = undefined;
    return this.#order && { frequency: this.#order.frequency, secondsLeft: Math.max(0, secondsLeft) };
  }
}
