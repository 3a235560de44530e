import type { BrowserContext, Page } from 'playwright-core';

/** What a player had before them, and what of it was worked. */
export interface Coverage {
  /** Controls that offered themselves at some time, by console and name. */
  readonly offered: Set<string>;
  /** Those that a hand or a key worked. */
  readonly used: Set<string>;
}

/** Lets pages of a context take note of every control of the bridge that is worked. */
export async function watchControls(context: BrowserContext): Promise<void> {
  await context.addInitScript(install);
}

/** Adds what a page offers now, and what was worked on it since the last time. */
export async function takeNote(page: Page, into: Coverage): Promise<void> {
  const { offered, used } = await page.evaluate(() => window.controlNotes?.() ?? { offered: [], used: [] });
  for (const name of offered) into.offered.add(name);
  for (const name of used) into.used.add(name);
}

declare global {
  interface Window {
    controlNotes?: () => { offered: string[]; used: string[] };
  }
}

// Runs in the page, so that it may use nothing from around it.
function install(): void {
  const kinds = 'button, input, select, [role="slider"], canvas.active';
  const used = new Set<string>();

  // What changes in a name while it stays the same control: figures, and who or what it is about.
  const nameOf = (control: Element): string => {
    const part = control.closest('.drawer, dialog, .bridge-head, .pane');
    const section = control.closest('section[aria-label], dialog')?.getAttribute('aria-label');
    const inPane = part?.classList.contains('pane') && !control.closest('.pane-head');
    const place = inPane ? part!.getAttribute('aria-label') : 'Around';
    let name =
      control.getAttribute('aria-label') ??
      control.closest('label')?.textContent ??
      (control.id && document.querySelector(`label[for="${control.id}"]`)?.textContent) ??
      '';
    name ||= control.getAttribute('title') ?? control.textContent ?? '';
    if (control.matches('.contact')) name = `a contact of ${section}`;
    else if (control.matches('.console-tab'))
      name = `the tab of ${control.getAttribute('aria-keyshortcuts')}`;
    else if (control.matches('.ordnance')) name = `${control.querySelector('strong')?.textContent} to load`;
    else if (control.matches('.link-pill')) name = 'Network';
    else if (control.closest('.pane-head')) name = 'close a console';
    else if (control.matches('canvas')) name = 'the radar, by hand';
    else if (control.matches('.teams input')) name = 'a team by itself';
    else if (control.matches('[aria-label^="Message to"]')) name = 'a message to a ship';
    name = name
      .replace(/, \d.* unread/, '')
      .replace(/\d+ earlier/, 'earlier')
      .replace(/\s+/g, ' ');
    return `${place}: ${name.trim()}`;
  };

  const note = (event: Event): void => {
    const control = (event.target as Element | null)?.closest?.(kinds);
    if (control?.closest('.bridge')) used.add(nameOf(control));
  };
  for (const type of ['click', 'input', 'pointerdown', 'keydown'])
    addEventListener(type, note, { capture: true });

  window.controlNotes = () => {
    const offered = [...document.querySelectorAll(`.bridge :is(${kinds})`)]
      .filter((control) => !control.matches(':disabled, [aria-disabled="true"]') && control.checkVisibility())
      .map(nameOf);
    const since = [...used];
    used.clear();
    return { offered, used: since };
  };
}
