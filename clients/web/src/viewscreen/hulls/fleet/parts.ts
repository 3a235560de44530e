import { type Nozzle, pair } from '../model.js';
import { cut, type Hull, type Paint, round } from '../shipyard.js';

export const steel: Paint = { color: 0xa3b0bb };
export const decks: Paint = { color: 0x94a3b0, windows: 0.75 };
export const dark: Paint = { color: 0x4c5864 };
export const stripe: Paint = { color: 0x2f74b8 };
export const blue = 0x6fc4ff;
export const flame: Paint = { color: 0x9fdcff, glow: 1 };
export const lamp: Paint = { color: 0xcfeaff, glow: 0.8 };
export const tile = 150;

/** The nozzle of an engine that is sunk in a stern. */
export function exhaust(hull: Hull, x: number, y: number, to: number, radius: number): Nozzle[] {
  const both = x !== 0;
  const at = [x, y, 0] as const;
  const r = radius;
  hull
    .loft(
      round(10),
      [
        [to - r * 2, r, r],
        [to - 3, r * 0.95, r * 0.95],
        [to + 1, r * 0.8, r * 0.8],
      ],
      dark,
      { at, both },
    )
    .loft(
      round(10),
      [
        [to, r * 0.62, r * 0.62],
        [to + 3, r * 0.6, r * 0.6],
      ],
      flame,
      { at, both },
    );
  const nozzle = { x, y, z: to + 3, radius: radius * 0.75 };
  return both ? pair(nozzle) : [nozzle];
}

/** An engine of her own with a lit intake, along z, and its nozzle. */
export function engine(hull: Hull, x: number, y: number, from: number, to: number, radius: number): Nozzle[] {
  const both = x !== 0;
  const at = [x, y, 0] as const;
  const r = radius;
  hull
    .loft(
      round(10),
      [
        [from, r * 0.5, r * 0.5],
        [from + r * 1.2, r, r],
        [to - r * 1.5, r * 0.95, r * 0.95],
      ],
      steel,
      { at, both },
    )
    .loft(
      round(10),
      [
        [from - r * 0.25, r * 0.35, r * 0.35],
        [from, r * 0.46, r * 0.46],
      ],
      flame,
      { at, both },
    )
    .loft(
      cut(0.3),
      [
        [from + r * 1.6, r * 0.16, 1, r],
        [to - r * 1.6, r * 0.16, 1, r],
      ],
      stripe,
      { at, both },
    );
  return exhaust(hull, x, y, to, radius);
}
