/**
 * How much larger than usual the page is written, because its screen is large; 1 on a desk. What a canvas shows grows alike: its lengths are
 * sixteenths of a rem, which are CSS pixels at 1.
 */
export const pageScale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** A length of a canvas's picture for a stylesheet. */
export const asRem = (length: number): string => `${length / 16}rem`;
