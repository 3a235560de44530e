import { useEffect, useRef, useState } from 'preact/hooks';

const holdMs = 700;

/** Orders a value, or one that depends on what holds now: keys may come faster than the page is drawn anew. */
export type Order<T> = (next: T | ((now: T) => T)) => void;

/**
 * A value that a hand orders and the server confirms a moment later: shows the order at once, and the server's word again
 * when it had time to answer.
 */
export function useOrdered<T extends number | boolean | undefined>(
  confirmed: T,
  send: (value: T) => void,
): [T, Order<T>] {
  const order = useRef<{ value: T; until: number } | null>(null);
  const [orders, redraw] = useState(0);
  // Nothing else may draw the component anew when the server says no.
  useEffect(() => {
    if (!order.current) return;
    const timer = setTimeout(() => redraw((count) => count + 1), holdMs + 1);
    return () => clearTimeout(timer);
  }, [orders]);
  if (order.current && performance.now() > order.current.until) order.current = null;
  const value = order.current ? order.current.value : confirmed;
  const change: Order<T> = (next) => {
    const ordered = typeof next === 'function' ? next(order.current ? order.current.value : confirmed) : next;
    order.current = { value: ordered, until: performance.now() + holdMs };
    redraw((count) => count + 1);
    send(ordered);
  };
  return [value, change];
}

/** Lets a function through at once and then at most every `intervalMs`, the last call always. */
export function throttle<T>(intervalMs: number, run: (value: T) => void): (value: T) => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (value) => {
    clearTimeout(timer);
    const wait = last + intervalMs - performance.now();
    const fire = (): void => {
      last = performance.now();
      run(value);
    };
    if (wait <= 0) fire();
    else timer = setTimeout(fire, wait);
  };
}
