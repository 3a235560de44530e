import { Vector3 } from 'three';

/**
 * Where a pattern lies on triangles that share no corners: on each from the side that it faces most.
 * @param tile - Units that the pattern covers.
 */
export function projected(positions: ArrayLike<number>, tile: number): Float32Array {
  const uv = new Float32Array((positions.length / 3) * 2);
  const corner = (at: number): Vector3 => new Vector3(positions[at], positions[at + 1], positions[at + 2]);
  for (let at = 0; at < positions.length; at += 9) {
    const corners = [corner(at), corner(at + 3), corner(at + 6)] as const;
    const normal = corners[1].clone().sub(corners[0]).cross(corners[2].clone().sub(corners[0]));
    const [x, y, z] = [Math.abs(normal.x), Math.abs(normal.y), Math.abs(normal.z)];
    corners.forEach((point, i) => {
      const [u, v] = x >= y && x >= z ? [point.z, point.y] : y >= z ? [point.x, point.z] : [point.x, point.y];
      uv.set([u / tile, v / tile], ((at + i * 3) / 3) * 2);
    });
  }
  return uv;
}
