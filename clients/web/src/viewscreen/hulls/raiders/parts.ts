import { type Lamp, type Nozzle, pair } from '../model.js';
import { cut, type Hull, type Outline, type Paint } from '../shipyard.js';

export const rust: Paint = { color: 0x96503a };
export const plate: Paint = { color: 0x5e5450 };
export const slits: Paint = { color: 0x7a5244, windows: 0.8 };
export const black: Paint = { color: 0x423d3c };
export const bone: Paint = { color: 0xc2a583 };
export const ochre: Paint = { color: 0xa8743c };
export const maroon: Paint = { color: 0x7e3a30 };
export const wine: Paint = { color: 0x5c3a4c };
export const ember: Paint = { color: 0xff5a24, glow: 1 };
export const orange = 0xff7a3c;
export const tile = 230;

/** An engine in a dark collar, along z, and its nozzle. */
export function engine(hull: Hull, x: number, y: number, to: number, radius: number, flat = 1): Nozzle[] {
  const both = x !== 0;
  const r = radius;
  const at = [x, y, 0] as const;
  hull
    .loft(
      cut(0.5),
      [
        [to - r * 3, r * 0.7, r * 0.7 * flat],
        [to - r, r * 1.15, r * 1.15 * flat],
        [to, r, r * flat],
      ],
      black,
      { at, both },
    )
    .loft(
      cut(0.5),
      [
        [to - 1, r * 0.78, r * 0.78 * flat],
        [to + 3, r * 0.72, r * 0.72 * flat],
      ],
      ember,
      { at, both },
    );
  const nozzle = { x, y, z: to + 3, radius: r * 0.9 };
  return both ? pair(nozzle) : [nozzle];
}

/** Two lamps at the tips, as raiders carry them. */
export const embers = (x: number, y: number, z: number, size = 7): Lamp[] =>
  pair({ x, y, z, color: 0xff4020, size });

/** A claw that reaches forward beside the hull, as outlines of its root and its point. */
export function claw(
  hull: Hull,
  root: Outline,
  point: Outline,
  thickness: number,
  tilt: number,
  y: number,
  paint: Paint = rust,
): void {
  const placing = { both: true, turn: [0, 0, tilt], at: [0, y, 0] } as const;
  hull.slab(root, thickness, paint, placing).slab(point, thickness * 0.8, plate, placing);
}
