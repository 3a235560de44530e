import { type Model, runningLights } from '../model.js';
import { cut, Hull, roof, round } from '../shipyard.js';
import { blue, dark, decks, engine, exhaust, lamp, steel, stripe, tile } from './parts.js';

/** A square body between two racks of missiles, with three engines. */
export function missileCruiser(): Model {
  const hull = new Hull()
    .loft(
      cut(0.45),
      [
        [-86, 8, 5],
        [-70, 16, 10],
        [-30, 21, 14],
        [44, 22, 15],
        [66, 18, 13],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [-52, 6, 3, 12],
        [-30, 13, 7, 18],
        [10, 14, 9, 20],
        [30, 8, 6, 18],
      ],
      decks,
    )
    .loft(
      cut(0.3),
      [
        [-46, 6, 1.4, 19],
        [-34, 10, 1.8, 22],
      ],
      lamp,
    )
    .slab(
      [
        [16, -26],
        [40, -26],
        [40, 40],
        [16, 40],
      ],
      8,
      dark,
      { both: true },
    )
    .loft(
      cut(0.25),
      [
        [-66, 17, 19],
        [-62, 20, 22],
        [34, 20, 22],
        [40, 16, 18],
      ],
      steel,
      { both: true, at: [58, 0, 0] },
    )
    .loft(
      cut(0.1),
      [
        [-20, 20.8, 5],
        [12, 20.8, 5],
      ],
      stripe,
      { both: true, at: [58, 8, 0] },
    );
  for (const [x, y] of [
    [-8, -9],
    [8, -9],
    [-8, 9],
    [8, 9],
  ] as const) {
    hull
      .loft(
        round(8),
        [
          [-70, 6.4, 6.4],
          [-60, 6.4, 6.4],
        ],
        dark,
        { both: true, at: [58 + x, y, 0] },
      )
      .loft(
        round(6),
        [
          [-71.5, 3, 3],
          [-69, 4.4, 4.4],
        ],
        { color: 0xff8a3c, glow: 0.55 },
        { both: true, at: [58 + x, y, 0] },
      );
  }
  const nozzles = [...engine(hull, 58, -4, 20, 70, 10), ...exhaust(hull, 0, 0, 82, 13)];
  return { geometry: hull.build(tile), nozzles, exhaust: blue, lamps: runningLights(79, 0, -50, [32, 6]) };
}
