import { Decoder, Encoder } from '@msgpack/msgpack';
import type { Loop } from '../stopclock.js';

/** Encodes with a kept encoder into the buffer that it keeps. */
export function msgpackEncode(value: unknown): Loop {
  const encoder = new Encoder();
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) total += encoder.encodeSharedRef(value).length;
    return total;
  };
}

/** Decodes with a kept decoder into new objects. */
export function msgpackDecode(value: unknown): Loop {
  const decoder = new Decoder();
  const bytes = new Encoder().encode(value);
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) if (decoder.decode(bytes)) total++;
    return total;
  };
}
