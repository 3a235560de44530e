import type { Model } from '../model.js';
import { blade, cut, Hull, roof } from '../shipyard.js';
import { black, bone, claw, ember, embers, engine, orange, plate, slits, tile } from './parts.js';

/** What a raider looks like as long as nobody knows which one it is. */
export function unknownRaider(): Model {
  const hull = new Hull()
    .loft(
      blade,
      [
        [-128, 4, 4],
        [-96, 20, 12],
        [-30, 42, 22],
        [40, 50, 24],
        [88, 36, 18],
        [100, 28, 14],
      ],
      plate,
    )
    .loft(
      roof,
      [
        [-70, 6, 4, 12],
        [-30, 18, 10, 22],
        [50, 24, 13, 27],
        [84, 14, 8, 24],
      ],
      slits,
    )
    .loft(
      cut(0.5),
      [
        [-84, 3, 2.5, 13],
        [-58, 8, 3.5, 19],
        [-50, 8, 3, 20],
      ],
      ember,
    )
    .loft(
      roof,
      [
        [-100, 5, 3, -12],
        [-20, 20, 8, -20],
        [70, 18, 8, -20],
      ],
      black,
    )
    .loft(
      cut(0.4),
      [
        [10, 3, 8],
        [30, 5, 18],
        [90, 3, 22, 4],
      ],
      bone,
      { at: [0, 40, 0] },
    );
  claw(
    hull,
    [
      [30, -30],
      [104, 6],
      [104, 60],
      [30, 80],
    ],
    [
      [92, -86],
      [100, -86],
      [118, 10],
      [100, 56],
    ],
    14,
    -0.14,
    2,
  );
  hull.loft(
    cut(0.5),
    [
      [-60, 2, 2],
      [-40, 6, 5],
      [20, 7, 6],
      [40, 3, 3],
    ],
    black,
    { both: true, at: [112, -12, 6] },
  );
  const nozzles = engine(hull, 20, 0, 104, 13);
  return { geometry: hull.build(tile), nozzles, exhaust: orange, lamps: embers(97, -12, -86) };
}
