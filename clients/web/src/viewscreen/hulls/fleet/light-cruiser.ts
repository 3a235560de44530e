import { type Model, runningLights } from '../model.js';
import { blade, cut, Hull, roof } from '../shipyard.js';
import { blue, decks, engine, lamp, steel, stripe, tile } from './parts.js';

/** An arrow with two engines on arms. */
export function lightCruiser(): Model {
  const hull = new Hull()
    .loft(
      blade,
      [
        [-92, 3, 2],
        [-66, 17, 8],
        [-24, 29, 13],
        [18, 27, 14],
        [52, 17, 12],
        [70, 10, 8],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [-40, 5, 2, 11],
        [-18, 11, 7, 15],
        [22, 12, 9, 17],
        [44, 7, 6, 15],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [-4, 4, 3, 26],
        [2, 7, 5, 28],
        [18, 7, 5, 28],
        [24, 4, 3, 26],
      ],
      steel,
    )
    .loft(
      cut(0.3),
      [
        [-2, 5, 1.4, 30],
        [0, 7, 1.6, 30],
      ],
      lamp,
    )
    .slab(
      [
        [12, 4],
        [62, 22],
        [62, 46],
        [12, 40],
      ],
      6,
      steel,
      { both: true, at: [0, 2, 0] },
    )
    .slab(
      [
        [22, 12],
        [50, 22],
        [50, 28],
        [22, 20],
      ],
      8,
      stripe,
      { both: true, at: [0, 2, 0] },
    )
    .slab(
      [
        [0, 20],
        [18, 40],
        [18, 58],
        [0, 60],
      ],
      4,
      steel,
      { turn: [0, 0, -Math.PI / 2], at: [0, -8, 0] },
    );
  const nozzles = engine(hull, 64, 5, -14, 72, 10);
  return { geometry: hull.build(tile), nozzles, exhaust: blue, lamps: runningLights(74, 5, 6, [35, 12]) };
}
