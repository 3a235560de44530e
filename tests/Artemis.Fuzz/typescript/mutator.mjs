// Makes inputs: nonsense, and golden bytes with something wrong in them. The same seed makes the same inputs.

const CAPACITY = 128 * 1024;
const MAX_NONSENSE = 600;
const MAX_EDITS = 6;

/** Values at which counts, lengths and codes turn over. */
const EDGES = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff, 0x7fc00000, 0x7f800000,
];

/** Random numbers by xorshift; Math.random cannot be seeded. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  }

  /** A whole number from 0 up to, without, `limit`. */
  next(limit) {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x >>> 0;
    return this.#state % limit;
  }
}

export class Mutator {
  #work = new Uint8Array(CAPACITY);
  #length = 0;
  #corpus;
  #random;

  constructor(corpus, random) {
    this.#corpus = corpus;
    this.#random = random;
  }

  /** The next input; valid until the next call. */
  next() {
    if (this.#corpus.length === 0 || this.#random.next(8) === 0) this.#nonsense();
    else this.#spoil();
    return this.#work.subarray(0, this.#length);
  }

  #nonsense() {
    this.#length = this.#random.next(MAX_NONSENSE);
    for (let i = 0; i < this.#length; i++) this.#work[i] = this.#random.next(256);
  }

  #spoil() {
    const golden = this.#pick();
    this.#work.set(golden);
    this.#length = golden.length;
    for (let edits = this.#random.next(MAX_EDITS); edits >= 0; edits--) this.#edit(this.#random.next(this.#length + 1));
  }

  #edit(at) {
    const random = this.#random;
    const work = this.#work;
    switch (random.next(8)) {
      case 0:
        this.#length = at;
        break;
      case 1:
        if (at < this.#length) work[at] ^= 1 << random.next(8);
        break;
      case 2:
        if (at < this.#length) work[at] = random.next(256);
        break;
      case 3: {
        const value = EDGES[random.next(EDGES.length)];
        const size = 1 << random.next(3);
        for (let i = 0; i < size && at + i < this.#length; i++) work[at + i] = value >>> (8 * i);
        break;
      }
      case 4: {
        const count = 1 + random.next(8);
        if (this.#length + count > CAPACITY) break;
        work.copyWithin(at + count, at, this.#length);
        for (let i = 0; i < count; i++) work[at + i] = random.next(256);
        this.#length += count;
        break;
      }
      case 5: {
        const count = Math.min(1 + random.next(8), this.#length - at);
        work.copyWithin(at, at + count, this.#length);
        this.#length -= count;
        break;
      }
      case 6: {
        const other = this.#pick();
        const rest = other.subarray(random.next(other.length + 1)).subarray(0, CAPACITY - at);
        work.set(rest, at);
        this.#length = at + rest.length;
        break;
      }
      default:
        this.#mendFrame();
    }
  }

  /** Makes a frame's lengths right again, so that what is spoilt inside is looked at. */
  #mendFrame() {
    if (this.#length < 24) return;
    const view = new DataView(this.#work.buffer);
    view.setUint32(4, this.#length, true);
    view.setUint32(16, this.#length - 20, true);
  }

  #pick() {
    return this.#corpus[this.#random.next(this.#corpus.length)];
  }
}
