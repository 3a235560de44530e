import { type Model, runningLights } from '../model.js';
import { blade, cut, Hull, roof, round } from '../shipyard.js';
import { blue, dark, decks, exhaust, lamp, steel, stripe, tile } from './parts.js';

/** A broad wedge under a stepped castle, with four engines in her stern. */
export function battleship(): Model {
  const hull = new Hull()
    .loft(
      blade,
      [
        [-112, 8, 4],
        [-84, 26, 11],
        [-10, 52, 19],
        [52, 62, 22],
        [80, 54, 20],
        [88, 46, 16],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [-62, 8, 3, 12],
        [-30, 20, 8, 18],
        [48, 32, 11, 24],
        [74, 26, 9, 24],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [-6, 9, 4, 30],
        [10, 17, 8, 36],
        [54, 19, 10, 38],
        [66, 14, 7, 36],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [14, 6, 3, 48],
        [22, 11, 6, 52],
        [46, 11, 6, 52],
        [52, 7, 4, 50],
      ],
      steel,
    )
    .loft(
      cut(0.3),
      [
        [18, 8, 1.6, 54],
        [21, 11, 1.8, 54],
      ],
      lamp,
    )
    .loft(
      cut(0.3),
      [
        [-78, 3, 1, 10],
        [-14, 3, 1, 20.5],
      ],
      stripe,
    )
    .slab(
      [
        [34, -6],
        [60, 18],
        [60, 64],
        [34, 70],
      ],
      10,
      stripe,
      { both: true, at: [0, 0, 0] },
    )
    .loft(
      cut(0.4),
      [
        [0, 7, 5],
        [4, 9, 7],
        [22, 9, 7],
        [26, 6, 5],
      ],
      dark,
      { both: true, at: [30, 21, -8] },
    )
    .loft(
      round(6),
      [
        [-40, 1.8, 1.8],
        [4, 2.4, 2.4],
      ],
      dark,
      { both: true, at: [33, 23, -8] },
    )
    .loft(
      round(6),
      [
        [-40, 1.8, 1.8],
        [4, 2.4, 2.4],
      ],
      dark,
      { both: true, at: [27, 23, -8] },
    );
  const nozzles = [...exhaust(hull, 17, 2, 96, 12), ...exhaust(hull, 43, 0, 94, 11)];
  return { geometry: hull.build(tile), nozzles, exhaust: blue, lamps: runningLights(64, 1, 50, [60, 34]) };
}
