import type { Model } from '../model.js';
import { cut, Hull, round } from '../shipyard.js';
import { black, ember, embers, engine, orange, plate, rust, tile } from './parts.js';

/** A small pod between two upright blades. */
export function fighter(): Model {
  const hull = new Hull()
    .loft(
      round(8),
      [
        [-46, 3, 3],
        [-30, 11, 10],
        [4, 16, 14],
        [30, 12, 11],
        [40, 8, 8],
      ],
      rust,
    )
    .loft(
      cut(0.5),
      [
        [-36, 4, 2, 7],
        [-22, 7, 4, 10],
        [-12, 6, 3, 12],
      ],
      ember,
    )
    .slab(
      [
        [12, -8],
        [44, 2],
        [44, 16],
        [12, 22],
      ],
      6,
      black,
      { both: true },
    )
    .slab(
      [
        [-34, 4],
        [0, -44],
        [34, 4],
        [26, 40],
        [-26, 40],
      ],
      6,
      plate,
      { both: true, turn: [0, 0, Math.PI / 2], at: [46, 0, 0] },
    )
    .slab(
      [
        [-16, 4],
        [0, -22],
        [16, 4],
        [12, 26],
        [-12, 26],
      ],
      8.5,
      rust,
      { both: true, turn: [0, 0, Math.PI / 2], at: [46, 0, 0] },
    );
  const nozzles = engine(hull, 0, 0, 44, 9);
  return { geometry: hull.build(tile), nozzles, exhaust: orange, lamps: embers(46, 0, -46, 5) };
}
