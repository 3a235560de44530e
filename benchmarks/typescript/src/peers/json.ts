import type { Loop } from '../stopclock.js';

/** Encodes to a string; bytes would cost more still. */
export function jsonEncode(value: unknown): Loop {
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) total += JSON.stringify(value).length;
    return total;
  };
}

/** Decodes into new objects: JSON has no other way. */
export function jsonDecode(value: object): Loop {
  const text = JSON.stringify(value);
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) if (JSON.parse(text)) total++;
    return total;
  };
}
