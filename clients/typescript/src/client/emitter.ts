/** Takes a listener off again. */
export type Unsubscribe = () => void;

/**
 * Typed events: `Events` maps each event's name to what its listeners are given.
 *
 * Listeners run at once and in the order in which they were added. One that throws does not keep the others from running;
 * its error is reported as an unhandled one.
 */
export class Emitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<(value: never) => void>>();

  /** Adds a listener and returns how to take it off. */
  on<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): Unsubscribe {
    let set = this.#listeners.get(event);
    if (!set) this.#listeners.set(event, (set = new Set()));
    set.add(listener);
    return () => set.delete(listener);
  }

  /** Adds a listener that hears the event once. */
  once<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): Unsubscribe {
    const off = this.on(event, (value) => {
      off();
      listener(value);
    });
    return off;
  }

  /** Tells all listeners of an event. */
  protected emit<K extends keyof Events>(event: K, value: Events[K]): void {
    const set = this.#listeners.get(event);
    if (!set || set.size === 0) return;
    for (const listener of set) {
      try {
        (listener as (value: Events[K]) => void)(value);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
