// The input that is being decoded, in memory that the watching thread can read when the worker is stuck.

const HEADER = 16;
const CAPACITY = 128 * 1024;

export class SharedInput {
  constructor(buffer) {
    this.buffer = buffer;
    this.header = new Float64Array(buffer, 0, 2);
    this.bytes = new Uint8Array(buffer, HEADER);
  }

  static create() {
    return new SharedInput(new SharedArrayBuffer(HEADER + CAPACITY));
  }

  /** Notes an input before it is fed. */
  set(input) {
    this.bytes.set(input);
    this.header[1] = input.length;
    this.header[0]++;
  }

  /** How many inputs were fed, and the last of them. */
  read() {
    return { runs: this.header[0], input: this.bytes.slice(0, this.header[1]) };
  }
}
