import type { Model } from '../model.js';
import { blade, cut, Hull, roof, round } from '../shipyard.js';
import { black, bone, ember, embers, engine, maroon, orange, plate, slits, tile } from './parts.js';

/** A beetle under thick plates, with three engines. */
export function heavyRaider(): Model {
  const hull = new Hull()
    .loft(
      cut(0.55),
      [
        [-118, 12, 8],
        [-96, 38, 20],
        [-20, 66, 34],
        [60, 70, 36],
        [98, 54, 28],
        [108, 42, 22],
      ],
      plate,
    )
    .loft(
      roof,
      [
        [-78, 16, 6, 22],
        [-40, 38, 14, 34],
        [48, 48, 18, 42],
        [84, 32, 12, 38],
      ],
      maroon,
    )
    .loft(
      roof,
      [
        [-26, 10, 5, 50],
        [0, 20, 10, 58],
        [44, 22, 11, 60],
        [62, 12, 7, 56],
      ],
      slits,
    )
    .loft(
      cut(0.5),
      [
        [-20, 6, 2, 58],
        [-2, 15, 3, 63],
      ],
      ember,
    )
    .loft(
      blade,
      [
        [-128, 5, 5],
        [-104, 16, 14],
        [-60, 20, 18],
        [30, 18, 16],
      ],
      maroon,
      { both: true, at: [58, -10, 0] },
    )
    .slab(
      [
        [50, -40],
        [116, -10],
        [122, 60],
        [50, 86],
      ],
      26,
      maroon,
      { both: true, turn: [0, 0, -0.3], at: [0, 14, 0] },
    )
    .slab(
      [
        [70, -18],
        [104, -2],
        [106, 20],
        [70, 20],
      ],
      31,
      bone,
      { both: true, turn: [0, 0, -0.3], at: [0, 14, 0] },
    )
    .loft(
      round(6),
      [
        [-70, 3, 3],
        [-20, 5, 5],
      ],
      black,
      { both: true, at: [98, -12, -20] },
    );
  const nozzles = [...engine(hull, 0, 4, 112, 19), ...engine(hull, 42, -2, 108, 15)];
  return { geometry: hull.build(tile), nozzles, exhaust: orange, lamps: embers(98, -12, -90, 8) };
}
