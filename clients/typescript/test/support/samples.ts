import * as sink from '../../../../tests/Artemis.Protocol.Generator.Tests/TypeScript/Approved/sink/index.js';

const words = (): sink.Words => ({
  delete: true,
  class: 7,
  constructor: 'new',
  value: 6,
  reader: -300,
  view: 0.1,
});

export const deep = (): sink.Deep => ({
  words: words(),
  many: [words(), words()],
  maybe: words(),
  grid: [1, 2],
  texts: ['a', 'bc'],
  raw: Uint8Array.of(1, 2),
});

export const loose = (): sink.Loose => ({
  a: 4660,
  list: [1, -1],
  fine: 0.25,
  blob: Uint8Array.of(9, 8, 7),
  nested: [words(), words()],
});

/** An object of the protocol of odds and ends in which nothing is empty. */
export const everything = (): sink.Everything => ({
  ...sink.createEverything(),
  text: 'text',
  bytes: Uint8Array.of(1, 2, 3),
  deep: deep(),
  loose: loose(),
  list: [deep()],
  fractions: [0.5, -1],
});

const leaf = (): sink.Leaf => ({
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  ratio: 1.25,
  kind: sink.Error_.Later,
  note: 'a note',
});

const tree = (): sink.Tree => ({
  leaves: [leaf(), leaf()],
  best: leaf(),
  grid: [-1, 300],
  names: ['x', 'y'],
});

/** A message of the protocol of odds and ends with every key. */
export const full = (): sink.Full => ({
  tree: tree(),
  trees: [tree()],
  big: 1n << 63n,
  signed: -(1n << 62n),
  restricted: 11n,
  die: 3,
  turn: 1.5,
  offset: 150,
  wide: sink.Wide.Top,
  error: sink.Error_.Some,
  bits: sink.Bits.A | sink.Bits.D,
  flag: true,
  single: 0.1,
  double: 0.1,
  blob: Uint8Array.of(1, 2, 3),
  text: 'full',
  delete: 200,
  class: 'abc',
});
