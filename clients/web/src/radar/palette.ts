const names = {
  void: '--void',
  hull: '--hull',
  line2: '--line-2',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  ice: '--ice',
  amber: '--amber',
  alert: '--alert',
  good: '--good',
  own: '--own',
  friend: '--friend',
  hostile: '--hostile',
  neutral: '--neutral',
  unknown: '--unknown',
  font: '--font',
} as const;

/** The colours and the typeface of the page, for use on a canvas. */
export type Palette = Readonly<Record<keyof typeof names, string>>;

let palette: Palette | undefined;

/** The page's colours, read once from its style sheet. */
export function pagePalette(): Palette {
  if (!palette) {
    const style = getComputedStyle(document.documentElement);
    const entries = Object.entries(names).map(([key, name]) => [key, style.getPropertyValue(name).trim()]);
    palette = Object.fromEntries(entries) as Palette;
  }
  return palette;
}
