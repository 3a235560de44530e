// How natural values become wire values.

/** The code of a real number: `floor((value − origin) / step + 0.5)`, clamped. NaN becomes the lowest. */
export function toCode(value: number, origin: number, step: number, lowest: number, highest: number): number {
  const code = Math.floor((value - origin) / step + 0.5);
  if (code > lowest && code < highest) return code;
  return code >= highest ? highest : lowest;
}

/** The code of a real number on a circle of `count` steps, a power of two. NaN and infinities become 0. */
export function toWrappedCode(value: number, origin: number, step: number, count: number): number {
  const code = Math.floor((value - origin) / step + 0.5);
  if (code >= 0 && code < count) return code;
  // Exact, because count is a power of two; what is not finite leaves NaN.
  const wrapped = code - Math.floor(code / count) * count;
  return wrapped >= 0 && wrapped < count ? wrapped : 0;
}

/** A whole number within bounds; NaN becomes the smallest. */
export function clampInt(value: number, min: number, max: number): number {
  // Adding 0 makes a plain 0 of minus zero.
  if (value > min && value < max) return Math.trunc(value) + 0;
  return value >= max ? max : min;
}

/** A whole number of up to 64 bits within bounds. */
export function clampBigInt(value: bigint, min: bigint, max: bigint): bigint {
  return value < min ? min : value > max ? max : value;
}
