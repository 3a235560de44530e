/** How the world lies on a round screen: a place of the world in the middle, north up, so many units to the rim. */
export interface Projection {
  /** Middle of the screen, in CSS pixels. */
  centerX: number;
  centerY: number;
  /** From the middle to the rim, in CSS pixels. */
  radius: number;
  /** World place that is in the middle, in units. */
  worldX: number;
  worldZ: number;
  /** Units from the middle to the rim. */
  range: number;
}

/** Where a place of the world is on the screen, across. */
export const toScreenX = (p: Projection, x: number): number =>
  p.centerX + ((x - p.worldX) / p.range) * p.radius;

/** Where a place of the world is on the screen, down; north is up. */
export const toScreenY = (p: Projection, z: number): number =>
  p.centerY - ((z - p.worldZ) / p.range) * p.radius;

/** The east coordinate of a place on the screen. */
export const toWorldX = (p: Projection, x: number): number =>
  p.worldX + ((x - p.centerX) / p.radius) * p.range;

/** The north coordinate of a place on the screen. */
export const toWorldZ = (p: Projection, y: number): number =>
  p.worldZ - ((y - p.centerY) / p.radius) * p.range;

/** Direction of a place on the screen from another, in radians clockwise from up. */
export function screenHeading(fromX: number, fromY: number, toX: number, toY: number): number {
  const angle = Math.atan2(toX - fromX, fromY - toY);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** A round distance between rings, so that at most five of them fit. */
export function ringStep(range: number): number {
  const power = 10 ** Math.floor(Math.log10(range));
  for (const step of [0.2, 0.25, 0.5, 1, 2]) {
    if (range / (power * step) <= 5) return power * step;
  }
  return power * 2;
}
