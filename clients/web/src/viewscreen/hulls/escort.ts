import { type Model, pair, runningLights } from './model.js';
import { blade, cut, Hull, type Paint, roof, round } from './shipyard.js';

const dark: Paint = { color: 0x3c444b };
const lamp: Paint = { color: 0xcfeaff, glow: 0.8 };
const tile = 170;

/** A stout wedge with guns and two engines at her flanks. */
export function escort(): Model {
  const steel: Paint = { color: 0x8fa3ad };
  const decks: Paint = { color: 0x869aa5, windows: 0.7 };
  const green: Paint = { color: 0x3d8a78 };
  const hull = new Hull()
    .loft(
      roof,
      [
        [-84, 6, 4],
        [-62, 17, 9],
        [-10, 26, 14],
        [44, 28, 16],
        [62, 22, 13],
      ],
      decks,
    )
    .loft(
      roof,
      [
        [-34, 7, 3, 12],
        [-14, 14, 8, 19],
        [26, 15, 10, 22],
        [42, 10, 6, 20],
      ],
      decks,
    )
    .loft(
      cut(0.3),
      [
        [-27, 8, 1.6, 20],
        [-17, 12, 2, 24],
      ],
      lamp,
    )
    .slab(
      [
        [20, -20],
        [66, 0],
        [66, 44],
        [20, 50],
      ],
      8,
      steel,
      { both: true, turn: [0, 0, -0.2], at: [0, 4, 0] },
    )
    .slab(
      [
        [34, -6],
        [58, 4],
        [58, 18],
        [34, 18],
      ],
      10,
      green,
      { both: true, turn: [0, 0, -0.2], at: [0, 4, 0] },
    )
    .loft(
      cut(0.4),
      [
        [-34, 3, 3],
        [-24, 9, 8],
        [54, 10, 9],
        [64, 7, 7],
      ],
      steel,
      { both: true, at: [66, -10, 0] },
    )
    .loft(
      round(6),
      [
        [-56, 1.6, 1.6],
        [-24, 2.6, 2.6],
      ],
      dark,
      { both: true, at: [66, -10, 0] },
    )
    .loft(
      round(8),
      [
        [63, 6, 6],
        [67, 5.5, 5.5],
      ],
      { color: 0x9ff0dc, glow: 1 },
      { both: true, at: [66, -10, 0] },
    )
    .loft(
      blade,
      [
        [61, 15, 7],
        [65, 14, 6],
      ],
      { color: 0x9ff0dc, glow: 1 },
    );
  return {
    geometry: hull.build(tile),
    nozzles: [...pair({ x: 66, y: -10, z: 67, radius: 8 }), { x: 0, y: 0, z: 65, radius: 11 }],
    exhaust: 0x7fe6d0,
    lamps: runningLights(77, -10, 0, [34, 30]),
  };
}
