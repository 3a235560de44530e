import { outOfRange } from './errors.js';

/** Makes a list so and so long, keeping what is in it and making what is new. */
export function resize<T>(list: T[], count: number, create: () => T): T[] {
  while (list.length < count) list.push(create());
  list.length = count;
  return list;
}

/** A new list of so and so many values. */
export function listOf<T>(count: number, create: () => T): T[] {
  const list: T[] = [];
  for (let i = 0; i < count; i++) list.push(create());
  return list;
}

/** Gives back a length, or throws `OutOfRange` if it is not within bounds. */
export function checkLength(length: number, min: number, max: number, field: string): number {
  if (length < min || length > max) throw outOfRange(-1, `a length of ${length}`, field);
  return length;
}

/** Whether two runs of bytes are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Whether two lists of numbers or texts are the same. */
export function sameValues<T extends number | bigint | string | boolean>(
  a: readonly T[],
  b: readonly T[],
): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

/** Whether two lists are the same, element by element. */
export function sameList<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i]!, b[i]!)) return false;
  return true;
}
