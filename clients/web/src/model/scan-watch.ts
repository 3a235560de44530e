/** So long after the ship has stopped scanning the word may come that the scan is done, in ticks. */
const graceTicks = 20;

interface Scan {
  readonly id: number;
  readonly name: string;
}

/**
 * Scans that end before their time, because the contact is out of reach, hidden or gone. The server tells only of those that are
 * done; the others just stop.
 */
export class ScanWatch {
  #scan: Scan | undefined;
  #ended: (Scan & { readonly tick: number }) | undefined;
  #tick = 0;
  #stopping = false;

  /** Takes note that the scan is stopped by order. */
  stop(): void {
    this.#stopping = true;
  }

  /** Knows of no scan, as before the first update. */
  forget(): void {
    this.#scan = this.#ended = undefined;
    this.#stopping = false;
  }

  /** Takes note that the scan of a contact is done. */
  done(objectId: number): void {
    if (this.#scan?.id === objectId) this.#scan = undefined;
    if (this.#ended?.id === objectId) this.#ended = undefined;
  }

  /**
   * Takes note of what the ship scans.
   * @param scanId - Object id of the contact; 0 for none.
   * @param name - Its name, if it is known.
   * @returns Name of the contact whose scan has ended before its time; undefined for none.
   */
  advance(tick: number, scanId: number, name: string | undefined): string | undefined {
    // A tick before the last one is of another game.
    if (tick < this.#tick) this.forget();
    this.#tick = tick;
    if (scanId !== (this.#scan?.id ?? 0)) {
      this.#ended = scanId === 0 && this.#scan && !this.#stopping ? { ...this.#scan, tick } : undefined;
      this.#scan = scanId === 0 ? undefined : { id: scanId, name: name ?? 'the contact' };
      this.#stopping = false;
    }
    if (!this.#ended || tick - this.#ended.tick < graceTicks) return undefined;
    const ended = this.#ended.name;
    this.#ended = undefined;
    return ended;
  }
}
