import type { Model } from '../model.js';
import { blade, cut, Hull, roof, round } from '../shipyard.js';
import { black, bone, claw, ember, embers, engine, tile, wine } from './parts.js';

/** A crescent with four claws and a lit spine. */
export function eliteRaider(): Model {
  const hull = new Hull()
    .loft(
      blade,
      [
        [-120, 4, 5],
        [-80, 16, 14],
        [0, 30, 22],
        [60, 28, 20],
        [104, 16, 12],
      ],
      wine,
    )
    .loft(
      cut(0.4),
      [
        [-70, 3, 3, 16],
        [-20, 5, 7, 24],
        [60, 5, 8, 24],
        [96, 2, 3, 14],
      ],
      ember,
    )
    .loft(
      roof,
      [
        [-20, 4, 10, 34],
        [20, 6, 22, 44],
        [90, 3, 30, 62],
        [106, 2, 12, 80],
      ],
      bone,
    );
  for (const [tilt, y] of [
    [0.42, 6],
    [-0.42, -6],
  ] as const)
    claw(
      hull,
      [
        [20, -20],
        [84, -34],
        [98, 20],
        [20, 70],
      ],
      [
        [92, -128],
        [97, -128],
        [108, -10],
        [84, -30],
      ],
      11,
      tilt,
      y,
      wine,
    );
  hull.loft(
    round(8),
    [
      [-34, 4, 4],
      [-22, 11, 11],
      [20, 12, 12],
      [44, 6, 6],
    ],
    black,
    { both: true, at: [46, 0, 10] },
  );
  const nozzles = [...engine(hull, 46, 0, 62, 9), ...engine(hull, 0, 0, 110, 12)];
  return {
    geometry: hull.build(tile),
    nozzles,
    exhaust: 0xff5a6a,
    lamps: [...embers(86, 44, -128, 6), ...embers(86, -44, -128, 6)],
  };
}
