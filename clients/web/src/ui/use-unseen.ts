import { useRef } from 'preact/hooks';

/**
 * How much of something that grows was not in sight yet.
 * @param count - How much there is.
 * @param inSight - Whether it is in sight now.
 */
export function useUnseen(count: number, inSight: boolean): number {
  const seen = useRef(count);
  if (inSight) seen.current = count;
  return count - seen.current;
}
