import { useEffect, useRef } from 'preact/hooks';

/** So near its end, in pixels, a log goes on following what comes; farther up, somebody is reading. */
const near = 120;

/** Keeps the newest entry of a log in sight, unless somebody has scrolled up. */
export function useNewest(last: unknown) {
  const log = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (!begun.current || left < near) element.scrollTo({ top: element.scrollHeight });
    begun.current = true;
  }, [last]);
  return log;
}
