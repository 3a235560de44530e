import type { Model } from '../model.js';
import { cut, Hull, round } from '../shipyard.js';
import { black, ember, engine, plate, rust, tile } from './parts.js';

/** A lit core in a cage of spikes. */
export function drone(): Model {
  const hull = new Hull().loft(
    round(8),
    [
      [-14, 4, 4],
      [-7, 13, 13],
      [7, 13, 13],
      [14, 4, 4],
    ],
    ember,
  );
  for (let i = 0; i < 4; i++) {
    hull.slab(
      [
        [10, -20],
        [34, -44],
        [26, 2],
        [30, 34],
        [10, 22],
      ],
      6,
      i % 2 === 0 ? plate : rust,
      { turn: [0, 0, ((i + 0.5) * Math.PI) / 2] },
    );
  }
  hull.ring(cut(0.4), 19, [3, 4], 12, black);
  const nozzles = engine(hull, 0, 0, 34, 7);
  return {
    geometry: hull.build(tile),
    nozzles,
    exhaust: 0xffb03c,
    lamps: [{ x: 0, y: 0, z: -16, color: 0xff5020, size: 26 }],
  };
}
