import { type Model, runningLights } from '../model.js';
import { blade, cut, Hull, roof, round } from '../shipyard.js';
import { blue, dark, decks, exhaust, lamp, steel, stripe, tile } from './parts.js';

/** Two prongs before a towering stern, with six engines. */
export function dreadnought(): Model {
  const hull = new Hull()
    .loft(
      blade,
      [
        [-126, 3, 4],
        [-104, 11, 9],
        [-40, 19, 14],
        [30, 22, 18],
        [60, 16, 14],
      ],
      decks,
      { both: true, at: [38, 0, 0] },
    )
    .loft(
      cut(0.4),
      [
        [-46, 16, 6],
        [-24, 32, 12],
        [40, 56, 22],
        [84, 54, 24],
        [96, 44, 18],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [-22, 10, 4, 16],
        [4, 22, 10, 24],
        [62, 30, 14, 34],
        [88, 24, 11, 32],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [16, 9, 5, 44],
        [30, 15, 10, 52],
        [66, 17, 13, 56],
        [80, 12, 9, 52],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [34, 10, 4, 70],
        [40, 22, 6, 73],
        [58, 22, 6, 73],
        [64, 12, 4, 71],
      ],
      steel,
    )
    .loft(
      cut(0.3),
      [
        [36, 12, 1.6, 74],
        [39, 21, 1.8, 74],
      ],
      lamp,
    )
    .loft(
      round(6),
      [
        [0, 1.6, 1.6],
        [34, 0.6, 0.6],
      ],
      dark,
      { turn: [-Math.PI / 2, 0, 0], at: [8, 76, 52] },
    )
    .loft(
      cut(0.3),
      [
        [-96, 2.5, 1, 9],
        [-10, 2.5, 1, 16],
      ],
      stripe,
      { both: true, at: [38, 0, 0] },
    )
    .slab(
      [
        [40, 20],
        [92, 54],
        [92, 84],
        [40, 80],
      ],
      8,
      steel,
      { both: true, at: [0, -4, 0] },
    )
    .slab(
      [
        [58, 36],
        [84, 54],
        [84, 64],
        [58, 52],
      ],
      10,
      stripe,
      { both: true, at: [0, -4, 0] },
    )
    .loft(
      cut(0.4),
      [
        [40, 4, 4],
        [48, 7, 7],
        [86, 7, 7],
        [94, 4, 4],
      ],
      dark,
      { both: true, at: [92, -4, 0] },
    );
  const nozzles = [
    ...exhaust(hull, 15, 6, 108, 12),
    ...exhaust(hull, 41, 4, 106, 11),
    ...exhaust(hull, 29, -16, 104, 9),
  ];
  return { geometry: hull.build(tile), nozzles, exhaust: blue, lamps: runningLights(99, -4, 60, [82, 50]) };
}
