import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/**
 * Values that a component reads from the game: it is drawn anew when one of them has changed, not with each tick.
 * @param read - Reads them; objects of the world change in place, so that only what is in them can tell.
 * @param inputs - What the reading depends on beside the game's state.
 */
export function useWatched<const T extends readonly unknown[]>(read: () => T, inputs: readonly unknown[]): T {
  const values = useMemo(() => {
    let before: T | undefined;
    return computed(() => {
      const now = read();
      const changed = !before || now.length !== before.length || now.some((value, i) => value !== before![i]);
      return (before = changed ? now : before!);
    });
  }, inputs);
  return values.value;
}
