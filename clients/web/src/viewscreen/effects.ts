import { type Color, Vector3, type Vector4 } from 'three';
import { wantsLittleMotion } from '../ui/use-media.js';
import { type At, type Glows, type Light, lightOf } from './glows.js';
import type { BlastLight } from './hull-material.js';
import { randomFrom } from './noise.js';

/** Something that effects reach from or to; it is asked anew for each picture, so that they stay with it. */
export interface Anchor {
  /** Where it is. */
  readonly at: At;
  /** How far its hull reaches from its middle towards a place, in units. */
  reach(towards: At): number;
}

interface Effect {
  readonly bornAt: number;
  readonly lifeMs: number;
  /** Puts it into a picture, at an age from 0 to 1. */
  readonly show: (age: number, glows: Glows) => void;
  /** What it lights up around itself. */
  readonly blast?: { readonly at: At; readonly radius: number; readonly light: Light };
}

/** The oldest go when there are more at once. */
const most = 80;

/** What flashes up and goes: beams, hits and explosions. */
export class Effects {
  #live: Effect[] = [];
  #seed = 1;

  /** A beam from the hull of one thing to the hull of another. */
  beam(from: Anchor, to: Anchor, color: number, now: number): void {
    const [start, end, towards] = [new Vector3(), new Vector3(), new Vector3()];
    const calm = wantsLittleMotion();
    const show = (age: number, glows: Glows): void => {
      towards.subVectors(to.at as Vector3, from.at as Vector3);
      const length = towards.length() || 1;
      towards.divideScalar(length);
      start.copy(from.at as Vector3).addScaledVector(towards, Math.min(length * 0.4, from.reach(to.at)));
      end.copy(to.at as Vector3).addScaledVector(towards, -Math.min(length * 0.5, to.reach(from.at)));
      const strength = (calm ? 0.8 : 1) * Math.min(1, (1 - age) * 2.2) * (calm ? Math.min(1, age * 6) : 1);
      glows.streak(start, end, 15, color, 0.4 * strength);
      glows.streak(start, end, 3.2, color, 1.5 * strength);
      glows.round(start, 22, color, 0.8 * strength);
      glows.round(end, calm ? 34 : 34 + 12 * Math.sin(age * 40), color, 1.1 * strength);
    };
    this.#add({ bornAt: now, lifeMs: 500, show });
  }

  /** A shield that holds off a blow. */
  shield(target: Anchor, from: At, radius: number, color: number, now: number): void {
    const way = new Vector3();
    const strength = wantsLittleMotion() ? 0.45 : 0.9;
    const show = (age: number, glows: Glows): void => {
      way.subVectors(from as Vector3, target.at as Vector3).normalize();
      const fade = Math.min(1, age * 8) * (1 - age) * strength;
      glows.shell(target.at, radius, way, color, fade, 1.6);
    };
    this.#add({ bornAt: now, lifeMs: 700, show });
  }

  /** A torpedo that goes off at a hull. */
  impact(at: At, color: number, now: number): void {
    const place = { ...at };
    const calm = wantsLittleMotion();
    const show = (age: number, glows: Glows): void => {
      const fade = calm ? 0.5 * Math.min(1, age * 5) * (1 - age) : (1 - age) ** 2;
      glows.round(place, calm ? 110 : 60 + 120 * Math.sqrt(age), color, fade, 1.2);
      if (!calm) glows.ring(place, 40 + 170 * Math.sqrt(age), color, 0.7 * fade, 0.3);
    };
    this.#add({
      bornAt: now,
      lifeMs: 800,
      show,
      blast: { at: place, radius: 380, light: lightOf(color, calm ? 0.4 : 1) },
    });
  }

  /** A ball of fire of a radius, in units, with a ring and what flies about. */
  explosion(at: At, radius: number, now: number): void {
    const place = { ...at };
    const seed = this.#seed++;
    const show = wantsLittleMotion() ? calmBlast(place, radius) : fierceBlast(place, radius, seed);
    const light = lightOf(0xffa050, wantsLittleMotion() ? 0.5 : 2);
    this.#add({ bornAt: now, lifeMs: 1800, show, blast: { at: place, radius: radius * 4, light } });
  }

  /** Puts all that is to be seen into a picture, and forgets what is over. */
  advance(now: number, glows: Glows, { blast, blastColor }: BlastLight, eye: At): void {
    this.#live = this.#live.filter(({ bornAt, lifeMs }) => now - bornAt < lifeMs);
    let brightest = 0;
    blast.value.w = 1;
    for (const { bornAt, lifeMs, show, blast: lit } of this.#live) {
      const age = Math.max(0, (now - bornAt) / lifeMs);
      show(age, glows);
      if (!lit || lit.radius * (1 - age) <= brightest) continue;
      brightest = lit.radius * (1 - age);
      const fade = Math.min(1, age * 8) * (1 - age) ** 2;
      (blast.value as Vector4).set(lit.at.x - eye.x, lit.at.y - eye.y, lit.at.z - eye.z, lit.radius);
      (blastColor.value as Color).setRGB(lit.light[0] * fade, lit.light[1] * fade, lit.light[2] * fade);
    }
  }

  /** Forgets all. */
  clear(): void {
    this.#live = [];
  }

  #add(effect: Effect): void {
    if (this.#live.length >= most) this.#live.shift();
    this.#live.push(effect);
  }
}

/** Lights up softly and fades, and does not fly apart. */
function calmBlast(at: At, radius: number): Effect['show'] {
  return (age, glows) => {
    const fade = Math.min(1, age * 5) * (1 - age);
    glows.round(at, radius * 1.1, 0xffa050, 0.55 * fade, 0.3);
    glows.round(at, radius * 0.6, 0xff7030, 0.55 * fade, 0.3);
    glows.ring(at, radius * 1.2, 0xffb070, 0.25 * fade, 0.25);
  };
}

function fierceBlast(at: At, radius: number, seed: number): Effect['show'] {
  const random = randomFrom(seed);
  const direction = (): Vector3 => new Vector3(random() - 0.5, random() - 0.5, random() - 0.5).normalize();
  const flames = Array.from({ length: 16 }, (_, i) => ({
    way: direction(),
    far: 0.2 + 0.6 * random(),
    late: i < 5 ? 0 : 0.22 * random(),
    size: 0.45 + 0.55 * random(),
    turn: 6 * random(),
    which: i % 4,
  }));
  const sparks = Array.from({ length: 26 }, () => ({
    way: direction(),
    far: 0.9 + 1.7 * random(),
    size: 0.012 + 0.018 * random(),
  }));
  const [here, behind] = [new Vector3(), new Vector3()];
  return (age, glows) => {
    const flash = Math.max(0, 1 - age * 6);
    if (flash > 0) glows.round(at, radius * (0.9 + age * 5), 0xffd9a0, flash, 0.8);
    for (const { way, far, late, size, turn, which } of flames) {
      const own = (age - late) / (1 - late);
      if (own <= 0) continue;
      const out = 1 - (1 - own) ** 3;
      here
        .copy(way)
        .multiplyScalar(radius * far * out)
        .add(at as Vector3);
      const cool = 1 - own;
      const light: Light = [1.25 * cool ** 1.4, 0.5 * cool ** 2.4, 0.14 * cool ** 4];
      glows.wisp(
        here,
        radius * size * (0.45 + 0.95 * out),
        turn + own * 0.5,
        which,
        light,
        1.6 * cool * cool,
      );
    }
    glows.ring(at, radius * (0.4 + 2.4 * Math.sqrt(age)), 0xffb878, 0.9 * (1 - age) ** 2, 0.16);
    for (const { way, far, size } of sparks) {
      const out = 1 - (1 - age) ** 2;
      here
        .copy(way)
        .multiplyScalar(radius * far * out)
        .add(at as Vector3);
      const start = Math.max(0, out - 0.12 * (1 - age));
      behind
        .copy(way)
        .multiplyScalar(radius * far * start)
        .add(at as Vector3);
      glows.streak(here, behind, radius * size, 0xffc080, (1 - age) * 1.3, 0);
    }
  };
}
