/** Line icons on a 24-unit square; paths only, so that a strict Content-Security-Policy has nothing to say. */
const paths = {
  mainScreen: 'M3 5h18v11H3z M9 20h6 M12 16v4',
  helm: 'M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z M12 7l3.4 8.6L12 13.8l-3.4 1.8z',
  weapons: 'M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14z M12 2v6 M12 16v6 M2 12h6 M16 12h6',
  engineering: 'M6 3v6 M6 15v6 M12 3v9 M12 18v3 M18 3v3 M18 12v9 M3.5 12h5 M9.5 15h5 M15.5 9h5',
  science:
    'M12 12l6.5-6.5 M12 12m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0 M19.5 9.5a8 8 0 1 1-5-5 M15.8 12a4 4 0 1 1-3.8-4',
  communications: 'M4 5h16v11h-8l-4.5 4v-4H4z M8 9.2h8 M8 12.4h5',
  lock: 'M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  captain: 'M12 3.5l2.5 5.4 5.9.7-4.4 4 1.2 5.8-5.2-2.9-5.2 2.9 1.2-5.8-4.4-4 5.9-.7z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  edit: 'M4 20l1-4.2L16.2 4.6l3.2 3.2L8.2 19z',
  link: 'M9.5 14.5l5-5 M8 11l-2.6 2.6a3.5 3.5 0 0 0 5 5L13 16 M16 13l2.6-2.6a3.5 3.5 0 0 0-5-5L11 8',
  plus: 'M12 5v14 M5 12h14',
  close: 'M6 6l12 12 M18 6L6 18',
  crew: 'M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11z M3 19.5c.5-3.6 3-5.4 6-5.4s5.500 1.800 6 5.400 M15.500 5a3 3 0 0 1 0 5.800 M17.500 14.500c2 .600 3.200 2.400 3.500 5',
  ship: 'M12 3l7 17-7-3.600L5 20z',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13a6.500 6.500 0 0 0 0-13z M15.300 15.300L20 20',
  warning: 'M12 4l9 16H3z M12 10v4.500 M12 17.200v.300',
  info: 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17z M12 11v5 M12 7.800v.300',
  exit: 'M10 4H5v16h5 M14 8l4 4-4 4 M18 12H9',
  signal: 'M5 19v-3 M10 19v-7 M15 19V9 M20 19V5',
  send: 'M4 12l16-8-5.500 16-3.200-6.800z M11.300 13.200L20 4',
  play: 'M8 5.500v13l10.500-6.500z',
  arrowUp: 'M12 19V5 M6 11l6-6 6 6',
  arrowDown: 'M12 5v14 M6 13l6 6 6-6',
  dock: 'M12 4v9 M8 9l4 4 4-4 M4 13v6h16v-6',
  reverse: 'M9 7L4 12l5 5 M4 12h11a5 5 0 0 1 5 5',
  zoomIn: 'M12 6v12 M6 12h12',
  zoomOut: 'M6 12h12',
  shield:
    'M12 3.500l7.500 2.700v5.600c0 4.400-3 7.400-7.500 8.900c-4.500-1.500-7.500-4.500-7.500-8.900V6.200z',
  alert: 'M12 3v3 M5.600 5.600l2 2 M18.400 5.600l-2 2 M6 20v-6a6 6 0 0 1 12 0v6 M3.500 20h17',
  target: 'M4 9V4h5 M15 4h5v5 M20 15v5h-5 M9 20H4v-5 M12 12h.010',
  bolt: 'M13 3L5 13.500h6L10 21l9-11h-6.500z',
  split: 'M4 5h16v14H4z M12 5v14',
  filter: 'M4 6h16 M7 12h10 M10 18h4',
  clock: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16z M12 8v4.500l3 2',
} as const;

export type IconName = keyof typeof paths;

/** An icon beside text; it says nothing to a screen reader. */
export function Icon({ name, class: className = '' }: { name: IconName; class?: string }) {
  return (
    <svg class={`icon ${className}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
