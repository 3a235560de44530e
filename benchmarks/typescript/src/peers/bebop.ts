import { BebopView } from 'bebop';
import type { Loop } from '../stopclock.js';

/** What Bebop generates for a type, as far as it is used here. */
export interface BebopType<T> {
  encodeInto(record: T, view: BebopView): unknown;
  readFrom(view: BebopView): T;
}

/** Encodes records in turn into the view that Bebop keeps, without the copy that its `encode` makes. */
export function bebopEncode<T>(type: BebopType<T>, records: T[]): Loop {
  const view = BebopView.getInstance();
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) {
      view.startWriting();
      type.encodeInto(records[i & (records.length - 1)]!, view);
      total += view.length;
    }
    return total;
  };
}

/** Decodes records in turn, each into a new object: Bebop has no other way. */
export function bebopDecode<T extends object>(
  type: BebopType<T>,
  records: T[],
  pick: (record: T) => unknown,
): Loop {
  const view = BebopView.getInstance();
  const encoded = records.map((record) => {
    view.startWriting();
    type.encodeInto(record, view);
    return view.toArray().slice();
  });
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) {
      view.startReading(encoded[i & (encoded.length - 1)]!);
      if (pick(type.readFrom(view)) !== undefined) total++;
    }
    return total;
  };
}
