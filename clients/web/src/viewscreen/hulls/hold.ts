import { type Lamp, type Model, pair } from './model.js';
import { blade, cut, Hull, type Paint, roof, round } from './shipyard.js';

const upright = [-Math.PI / 2, 0, 0] as const;
const tile = 210;

/** A spindle held by talons around a burning heart. */
export function hold(): Model {
  const rust: Paint = { color: 0x7a4432 };
  const plate: Paint = { color: 0x54352c, windows: 0.6 };
  const bone: Paint = { color: 0xa5805f };
  const black: Paint = { color: 0x2c2624 };
  const ember: Paint = { color: 0xff6a30, glow: 1 };
  const hull = new Hull()
    .loft(
      round(8),
      [
        [-190, 3, 3],
        [-120, 30, 30],
        [-60, 54, 54],
        [-30, 40, 40],
      ],
      rust,
      { turn: upright },
    )
    .loft(
      round(8),
      [
        [-34, 36, 36],
        [0, 46, 46],
        [34, 36, 36],
      ],
      ember,
      { turn: upright },
    )
    .loft(
      round(8),
      [
        [30, 40, 40],
        [56, 66, 66],
        [96, 58, 58],
        [128, 28, 28],
        [220, 3, 3],
      ],
      plate,
      { turn: upright },
    )
    .ring(blade, 120, [26, 14], 24, plate)
    .ring(cut(0.4), 120, [10, 18], 24, black);
  const lamps: Lamp[] = [{ x: 0, y: 222, z: 0, color: 0xff4020, size: 16, blinks: true }];
  for (let i = 0; i < 6; i++) {
    const turn = [0, (i / 6) * 2 * Math.PI, 0] as const;
    hull
      .loft(
        roof,
        [
          [110, 16, 12],
          [190, 13, 16, 10],
          [236, 9, 12, 44],
          [252, 3, 5, 96],
        ],
        rust,
        { turn },
      )
      .loft(
        roof,
        [
          [110, 14, 12, -4],
          [180, 11, 14, -16],
          [214, 7, 10, -50],
          [222, 2, 4, -90],
        ],
        bone,
        { turn },
      )
      .loft(
        cut(0.4),
        [
          [50, 10, 10],
          [104, 8, 8],
        ],
        black,
        { turn },
      );
    const angle = turn[1];
    lamps.push({ x: Math.sin(angle) * 252, y: 100, z: Math.cos(angle) * 252, color: 0xff4020, size: 12 });
  }
  lamps.push(...pair({ x: 0.1, y: 0, z: 0, color: 0xff5a20, size: 150 }).slice(0, 1));
  return { geometry: hull.build(tile), nozzles: [], exhaust: 0, lamps };
}
