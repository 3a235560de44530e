import type { Lamp, Model } from './model.js';
import { cut, Hull, type Paint, round } from './shipyard.js';

const upright = [-Math.PI / 2, 0, 0] as const;
const tile = 210;

/** A hub of decks in a great ring, with docking arms and solar panels. */
export function station(): Model {
  const shell: Paint = { color: 0xa8b3bd };
  const decks: Paint = { color: 0x9aa7b3, windows: 0.9 };
  const dark: Paint = { color: 0x4d5964 };
  const stripe: Paint = { color: 0x2f74b8 };
  const lit: Paint = { color: 0xbfe6ff, glow: 0.9 };
  const hull = new Hull()
    .loft(
      round(16),
      [
        [-150, 6, 6],
        [-118, 22, 22],
        [-70, 34, 34],
        [-58, 58, 58],
        [-20, 66, 66],
        [20, 66, 66],
        [50, 52, 52],
        [62, 34, 34],
        [104, 30, 30],
        [112, 44, 44],
        [130, 44, 44],
        [142, 20, 20],
      ],
      decks,
      { turn: upright },
    )
    .loft(
      round(16),
      [
        [-4, 68, 68],
        [4, 68, 68],
      ],
      lit,
      { turn: upright },
    )
    .loft(
      round(16),
      [
        [118, 45, 45],
        [123, 45, 45],
      ],
      lit,
      { turn: upright },
    )
    .loft(
      round(6),
      [
        [140, 4, 4],
        [205, 1, 1],
      ],
      dark,
      { turn: upright },
    )
    .loft(
      round(6),
      [
        [-200, 1, 1],
        [-148, 4, 4],
      ],
      dark,
      { turn: upright },
    )
    .ring(cut(0.5), 212, [24, 20], 40, decks)
    .ring(cut(0), 212, [9, 23], 40, shell)
    .ring(cut(0), 236, [3, 4], 40, stripe);
  const lamps: Lamp[] = [
    { x: 0, y: 206, z: 0, color: 0xffffff, size: 16, blinks: true },
    { x: 0, y: -201, z: 0, color: 0xff4a3a, size: 14, blinks: true },
  ];
  for (let i = 0; i < 4; i++) {
    const angle = ((i + 0.5) / 4) * 2 * Math.PI;
    const turn = [0, angle, 0] as const;
    hull
      .loft(
        cut(0.4),
        [
          [55, 12, 16],
          [70, 8, 10],
          [192, 8, 10],
        ],
        shell,
        { turn },
      )
      .loft(
        cut(0.3),
        [
          [232, 16, 18],
          [262, 14, 14],
          [276, 8, 8],
        ],
        dark,
        { turn },
      )
      .loft(
        cut(0.3),
        [
          [275, 6, 5],
          [278, 5, 4],
        ],
        lit,
        { turn },
      );
    lamps.push({
      x: Math.sin(angle) * 280,
      y: 0,
      z: Math.cos(angle) * 280,
      color: i % 2 === 0 ? 0x3dff7a : 0xff3b30,
      size: 12,
    });
  }
  hull
    .loft(
      cut(0.4),
      [
        [0, 3, 3],
        [96, 3, 3],
      ],
      dark,
      { both: true, turn: [0, Math.PI / 2, 0], at: [20, 88, 0] },
    )
    .slab(
      [
        [46, -34],
        [118, -34],
        [118, 34],
        [46, 34],
      ],
      4,
      { color: 0x274a86, windows: 0 },
      { both: true, turn: [0.5, 0, 0], at: [0, 88, 0] },
    );
  return { geometry: hull.build(tile), nozzles: [], exhaust: 0, lamps };
}
