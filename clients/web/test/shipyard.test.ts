import type { BufferGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import { blade, cut, Hull, roof, round } from '../src/viewscreen/hulls/shipyard.js';

const grey = { color: 0x808080 };

/** What a closed body holds; less than nothing if its faces look inwards. */
function volume(geometry: BufferGeometry): number {
  const { array } = geometry.toNonIndexed().getAttribute('position');
  let sum = 0;
  for (let i = 0; i < array.length; i += 9) {
    const [ax, ay, az, bx, by, bz, cx, cy, cz] = array.slice(i, i + 9) as unknown as number[];
    sum += ax! * (by! * cz! - bz! * cy!) + ay! * (bz! * cx! - bx! * cz!) + az! * (bx! * cy! - by! * cx!);
  }
  return sum / 6;
}

describe('A part of a hull', () => {
  it.each([
    ['round', round(32), Math.PI],
    ['cut', cut(0.5), 3.5],
    ['blade', blade, 2.9],
    ['roof', roof, 3.35],
  ])('that is %s holds what its cross-sections span', (_, outline, area) => {
    const hull = new Hull().loft(
      outline,
      [
        [-5, 2, 1],
        [5, 2, 1],
      ],
      grey,
    );
    expect(volume(hull.build(10)) / (2 * 10 * area)).toBeCloseTo(1, 1);
  });

  it('faces outwards as a plate and as a ring', () => {
    const outline = [
      [0, 0],
      [10, 0],
      [10, 20],
      [0, 20],
    ] as const;
    const plate = volume(new Hull().slab(outline, 2, grey).build(10));
    expect(plate).toBeGreaterThan(250);
    expect(plate).toBeLessThan(400);
    const ring = volume(new Hull().ring(round(16), 50, [3, 3], 48, grey).build(10));
    expect(ring / (2 * Math.PI ** 2 * 50 * 9)).toBeCloseTo(1, 1);
  });

  it('faces outwards in its mirror image and turned', () => {
    const box = (both: boolean): number =>
      volume(
        new Hull()
          .loft(
            cut(0.2),
            [
              [-5, 2, 1],
              [5, 2, 1],
            ],
            grey,
            { both, at: [20, 3, 1], turn: [1, 0.5, 0.2] },
          )
          .build(10),
      );
    expect(box(true)).toBeCloseTo(2 * box(false), 3);
    expect(box(false)).toBeGreaterThan(60);
  });
});
