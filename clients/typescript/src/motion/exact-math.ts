/**
 * Sine, cosine and angles made of operations that IEEE 754 defines exactly, so that every machine gets the same bits.
 * Library functions round a few percent of their results differently from one platform to the next.
 */

/** Half a circle. */
export const PI = 3.141592653589793;

/** A whole circle. */
export const TWO_PI = 6.283185307179586;

const TWO_OVER_PI = 0.6366197723675814;

// π/2 in two parts; the first has so few bits that its product with a small whole number is exact.
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_LOW = 6.077100506506192e-11;

/** Sine of an angle within ±π/4. */
function sinNear(r: number): number {
  const z = r * r;
  return (
    r +
    r *
      z *
      (-0.16666666666666666 +
        z *
          (0.008333333333333333 +
            z *
              (-0.0001984126984126984 +
                z *
                  (2.7557319223985893e-6 +
                    z *
                      (-2.505210838544172e-8 + z * (1.6059043836821613e-10 + z * -7.647163731819816e-13))))))
  );
}

/** Cosine of an angle within ±π/4. */
function cosNear(r: number): number {
  const z = r * r;
  return (
    1.0 +
    z *
      (-0.5 +
        z *
          (0.041666666666666664 +
            z *
              (-0.001388888888888889 +
                z *
                  (2.48015873015873e-5 +
                    z *
                      (-2.755731922398589e-7 +
                        z *
                          (2.08767569878681e-9 +
                            z * (-1.1470745597729725e-11 + z * 4.779477332387385e-14)))))))
  );
}

function quartersOf(radians: number): number {
  return Math.floor(radians * TWO_OVER_PI + 0.5);
}

function restOf(radians: number, quarters: number): number {
  const r = radians - quarters * HALF_PI_HIGH;
  return r - quarters * HALF_PI_LOW;
}

/**
 * Sine, right to about 1e−15 for angles within ±100,000 radians.
 *
 * @param radians - The angle.
 */
export function sin(radians: number): number {
  const quarters = quartersOf(radians);
  const r = restOf(radians, quarters);
  switch (quarters - 4.0 * Math.floor(quarters * 0.25)) {
    case 0:
      return sinNear(r);
    case 1:
      return cosNear(r);
    case 2:
      return -sinNear(r);
    default:
      return -cosNear(r);
  }
}

/**
 * Cosine, right to about 1e−15 for angles within ±100,000 radians.
 *
 * @param radians - The angle.
 */
export function cos(radians: number): number {
  const quarters = quartersOf(radians);
  const r = restOf(radians, quarters);
  switch (quarters - 4.0 * Math.floor(quarters * 0.25)) {
    case 0:
      return cosNear(r);
    case 1:
      return -sinNear(r);
    case 2:
      return -cosNear(r);
    default:
      return sinNear(r);
  }
}

/**
 * Puts an angle into 0..2π, 2π itself excluded.
 *
 * @param radians - Any finite angle.
 */
export function wrapCircle(radians: number): number {
  const wrapped = radians - TWO_PI * Math.floor(radians / TWO_PI);
  return wrapped >= TWO_PI || wrapped < 0.0 ? 0.0 : wrapped;
}

/**
 * Puts an angle into −π..π, −π itself excluded.
 *
 * @param radians - Any finite angle.
 */
export function wrapHalf(radians: number): number {
  const wrapped = wrapCircle(radians);
  return wrapped > PI ? wrapped - TWO_PI : wrapped;
}
