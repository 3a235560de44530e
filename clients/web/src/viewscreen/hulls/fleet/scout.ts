import { type Model, runningLights } from '../model.js';
import { blade, cut, Hull, roof } from '../shipyard.js';
import { blue, dark, decks, engine, lamp, steel, stripe, tile } from './parts.js';

/** A dart with swept wings and one great engine. */
export function scout(): Model {
  const hull = new Hull()
    .loft(
      blade,
      [
        [-70, 2, 2],
        [-44, 9, 6],
        [-6, 14, 9],
        [30, 13, 10],
        [46, 10, 8],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [-36, 3, 2, 6],
        [-22, 7, 5, 9],
        [4, 8, 6, 11],
        [24, 4, 3, 10],
      ],
      steel,
    )
    .loft(
      cut(0.3),
      [
        [-33, 3, 1.2, 9],
        [-22, 5.4, 1.6, 12],
      ],
      lamp,
    )
    .slab(
      [
        [8, -18],
        [58, 38],
        [58, 50],
        [8, 34],
      ],
      5,
      steel,
      { both: true, turn: [0, 0, 0.12] },
    )
    .slab(
      [
        [30, 16],
        [54, 42],
        [54, 46],
        [30, 30],
      ],
      6.4,
      stripe,
      { both: true, turn: [0, 0, 0.12] },
    )
    .slab(
      [
        [0, 4],
        [26, 34],
        [26, 48],
        [0, 44],
      ],
      4,
      stripe,
      { turn: [0, 0, Math.PI / 2], at: [0, 8, 0] },
    )
    .loft(
      cut(0.4),
      [
        [8, 2, 2],
        [14, 4, 4],
        [54, 4, 4],
        [58, 2, 2],
      ],
      dark,
      { both: true, at: [58, 7, 0] },
    );
  const nozzles = engine(hull, 0, 0, 6, 60, 12);
  return { geometry: hull.build(tile), nozzles, exhaust: blue, lamps: runningLights(60, 8, 20, [33, 44]) };
}
