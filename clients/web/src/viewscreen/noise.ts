/** Numbers from 0 to 1 that look random and are the same for each seed. */
export function randomFrom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number from 0 to 1 for a corner of the lattice. */
function corner(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263) ^ Math.imul(z, 2_147_483_629);
  h = Math.imul(h ^ (h >>> 13), 1_274_126_177);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_295;
}

const ease = (t: number): number => t * t * (3 - 2 * t);
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** Smooth noise from 0 to 1, one bump to a unit. */
export function noise(x: number, y: number, z: number): number {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const [tx, ty, tz] = [ease(x - ix), ease(y - iy), ease(z - iz)];
  const row = (dy: number, dz: number): number =>
    mix(corner(ix, iy + dy, iz + dz), corner(ix + 1, iy + dy, iz + dz), tx);
  return mix(mix(row(0, 0), row(1, 0), ty), mix(row(0, 1), row(1, 1), ty), tz);
}

/** Noise from 0 to 1 with finer and finer bumps on top of each other. */
export function clouds(x: number, y: number, z: number, octaves: number): number {
  let [sum, weight, all] = [0, 0.5, 0];
  for (let octave = 0; octave < octaves; octave++) {
    sum += noise(x, y, z) * weight;
    all += weight;
    weight *= 0.5;
    [x, y, z] = [x * 2.03 + 11.3, y * 2.03 + 5.1, z * 2.03 + 7.7];
  }
  return sum / all;
}
