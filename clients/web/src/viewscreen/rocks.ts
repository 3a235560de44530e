import { BufferAttribute, type BufferGeometry, Color, IcosahedronGeometry, Vector3 } from 'three';
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js';
import { projected } from './hulls/projected.js';
import { clouds, randomFrom } from './noise.js';

/** How many different rocks there are. */
export const rockShapes = 6;

const craters = 9;

/** A rock of radius 1 with craters, of its own shape for each seed. */
export function rockGeometry(seed: number): BufferGeometry {
  const ball = new IcosahedronGeometry(1, 4);
  ball.deleteAttribute('normal');
  ball.deleteAttribute('uv');
  const geometry = mergeVertices(ball, 1e-4);
  const random = randomFrom(seed + 20);
  const holes = Array.from({ length: craters }, () => ({
    at: new Vector3(random() - 0.5, random() - 0.5, random() - 0.5).normalize(),
    size: 0.2 + 0.4 * random() ** 2,
  }));
  const stretch = new Vector3(1, 0.68 + 0.25 * random(), 0.75 + 0.25 * random());
  const position = geometry.getAttribute('position');
  const color = new Float32Array(position.count * 3);
  const stone = new Color(0x9c948c);
  const point = new Vector3();
  for (let i = 0; i < position.count; i++) {
    point.fromBufferAttribute(position, i);
    const lump = clouds(point.x * 1.3 + seed * 9, point.y * 1.3, point.z * 1.3, 2) - 0.5;
    const rough = clouds(point.x * 4 + seed, point.y * 4, point.z * 4 + 7, 3) - 0.5;
    let height = 1 + 0.75 * lump + 0.2 * rough;
    let shade = 1 + 0.7 * rough;
    for (const { at, size } of holes) {
      const away = point.distanceTo(at) / size;
      if (away >= 1.25) continue;
      height += size * (away < 1 ? 0.42 * (away * away - 0.85) : 0.25 * (1.25 - away));
      shade *= away < 0.9 ? 0.62 : 1.25;
    }
    color.set([stone.r * shade, stone.g * shade, stone.b * shade], i * 3);
    point.multiplyScalar(height).multiply(stretch);
    position.setXYZ(i, point.x, point.y, point.z);
  }
  geometry.setAttribute('color', new BufferAttribute(color, 3));
  geometry.computeVertexNormals();
  const rock = geometry.toNonIndexed();
  const corners = rock.getAttribute('position');
  rock.setAttribute('uv', new BufferAttribute(projected(corners.array, 1.3), 2));
  rock.setAttribute('shine', new BufferAttribute(new Float32Array(corners.count * 2), 2));
  const merged = mergeVertices(rock);
  merged.computeBoundingSphere();
  return merged;
}
