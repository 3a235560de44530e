import type { Model } from '../model.js';
import { blade, cut, Hull, roof } from '../shipyard.js';
import { bone, claw, ember, embers, engine, ochre, orange, slits, tile } from './parts.js';

/** A dagger with thin wings swept forward. */
export function lightRaider(): Model {
  const hull = new Hull()
    .loft(
      blade,
      [
        [-132, 3, 3],
        [-90, 13, 9],
        [-10, 24, 16],
        [56, 26, 17],
        [92, 18, 12],
      ],
      ochre,
    )
    .loft(
      roof,
      [
        [-66, 4, 3, 8],
        [-36, 11, 8, 15],
        [30, 14, 10, 19],
        [70, 7, 5, 16],
      ],
      slits,
    )
    .loft(
      cut(0.5),
      [
        [-74, 2.5, 2, 9],
        [-52, 6, 3, 14],
      ],
      ember,
    )
    .loft(
      cut(0.4),
      [
        [40, 2, 5],
        [56, 3, 16],
        [100, 2, 20, 6],
      ],
      bone,
      { at: [0, 30, 0] },
    );
  claw(
    hull,
    [
      [18, 6],
      [92, -46],
      [100, -20],
      [18, 72],
    ],
    [
      [84, -104],
      [90, -104],
      [102, -26],
      [90, -40],
    ],
    9,
    0.16,
    -2,
  );
  const nozzles = engine(hull, 0, 0, 100, 15);
  return { geometry: hull.build(tile), nozzles, exhaust: orange, lamps: embers(87, 12, -104, 6) };
}
