import { type Model, pair, runningLights } from './model.js';
import { cut, Hull, type Paint, roof, round } from './shipyard.js';

const frame: Paint = { color: 0x6f767c };
const cabin: Paint = { color: 0xc9c1a4, windows: 0.9 };
const dark: Paint = { color: 0x3c444b };
const flame: Paint = { color: 0xffe2b0, glow: 1 };
const lamp: Paint = { color: 0xcfeaff, glow: 0.8 };
const cargo = [0xb9772c, 0x3f7f86, 0x9a4a3a, 0x7d8a5a, 0xc2a254, 0x56708f];
const tile = 170;

/** A spine with containers between a cabin and two engines. */
export function freighter(): Model {
  const hull = new Hull()
    .loft(
      cut(0.3),
      [
        [-84, 8, 8],
        [74, 8, 8],
      ],
      frame,
    )
    .loft(
      cut(0.4),
      [
        [-118, 9, 6, 4],
        [-108, 20, 14, 6],
        [-80, 22, 18, 8],
        [-72, 16, 14, 8],
      ],
      cabin,
    )
    .loft(
      roof,
      [
        [-104, 8, 4, 22],
        [-98, 14, 6, 26],
        [-84, 14, 6, 26],
        [-80, 9, 4, 24],
      ],
      cabin,
    )
    .loft(
      cut(0.3),
      [
        [-103, 9, 1.8, 27],
        [-99, 13, 2, 27],
      ],
      lamp,
    )
    .loft(
      cut(0.3),
      [
        [68, 20, 12],
        [76, 30, 17],
        [90, 28, 16],
      ],
      frame,
    )
    .loft(
      round(5),
      [
        [0, 1.2, 1.2],
        [26, 0.5, 0.5],
      ],
      dark,
      { turn: [-Math.PI / 2, 0, 0], at: [6, 30, -86] },
    );
  for (let i = 0; i < 3; i++) {
    const z = -66 + i * 45;
    for (const [side, y] of [
      [-1, 1],
      [1, 1],
      [-1, -1],
      [1, -1],
    ] as const) {
      const color = cargo[(i * 2 + (side > 0 ? 3 : 0) + (y > 0 ? 1 : 4)) % cargo.length]!;
      hull.loft(
        cut(0.12),
        [
          [z, 13, 12],
          [z + 2, 14, 13],
          [z + 38, 14, 13],
          [z + 40, 13, 12],
        ],
        { color },
        { at: [side * 17, y * 15, 0] },
      );
    }
    hull.loft(
      cut(0.2),
      [
        [z + 40, 33, 30],
        [z + 44, 33, 30],
      ],
      dark,
    );
  }
  for (const to of [100]) {
    hull
      .loft(
        round(10),
        [
          [80, 9, 9],
          [to - 4, 11, 11],
          [to, 10, 10],
        ],
        dark,
        { both: true, at: [17, 0, 0] },
      )
      .loft(
        round(10),
        [
          [to - 1, 8, 8],
          [to + 2, 7.5, 7.5],
        ],
        flame,
        { both: true, at: [17, 0, 0] },
      );
  }
  return {
    geometry: hull.build(tile),
    nozzles: pair({ x: 17, y: 0, z: 102, radius: 9 }),
    exhaust: 0xffc27a,
    lamps: runningLights(32, 0, 82, [34, -90]),
  };
}
