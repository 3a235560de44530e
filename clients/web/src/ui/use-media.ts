import { useEffect, useState } from 'preact/hooks';

/** Whether a media query fits the page now; redraws when that changes. */
export function useMedia(query: string): boolean {
  const [fits, setFits] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const change = (): void => setFits(list.matches);
    change();
    list.addEventListener('change', change);
    return () => list.removeEventListener('change', change);
  }, [query]);
  return fits;
}

/** Whether the player asked for little motion. */
export const wantsLittleMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
