/** Values that are kept while they are asked for: what nobody asks for over a while is let go. */
export class Recent<V> {
  readonly #turnsKept: number;
  #asked = new Map<string, V>();
  #before = new Map<string, V>();
  #turns = 0;

  /** @param turnsKept - So many turns a value stays at least after it was asked for, and twice as many at most. */
  constructor(turnsKept: number) {
    this.#turnsKept = turnsKept;
  }

  /** How many values are kept. */
  get size(): number {
    return this.#asked.size + this.#before.size;
  }

  /** Lets time pass. */
  turn(): void {
    if (++this.#turns % this.#turnsKept !== 0) return;
    [this.#asked, this.#before] = [this.#before, this.#asked];
    this.#asked.clear();
  }

  /** The value of a key; undefined if there is none. */
  get(key: string): V | undefined {
    const value = this.#asked.get(key);
    if (value !== undefined) return value;
    const older = this.#before.get(key);
    if (older === undefined) return undefined;
    this.#before.delete(key);
    this.set(key, older);
    return older;
  }

  set(key: string, value: V): void {
    this.#asked.set(key, value);
  }
}
