import { useState } from 'preact/hooks';

/** A range of a radar that is zoomed through steps, in units. */
export function useRange(steps: readonly number[], initial: number): [number, (direction: 1 | -1) => void] {
  const [range, setRange] = useState(initial);
  const zoom = (direction: 1 | -1): void =>
    setRange((now) => {
      const at = steps.indexOf(now) + direction;
      return steps[Math.min(steps.length - 1, Math.max(0, at))]!;
    });
  return [range, zoom];
}
