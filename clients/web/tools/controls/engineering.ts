import type { Page } from 'playwright-core';
import { button, type Control, lever, leverByHand, press, slider, valueOf } from './control.js';

const systems = [
  'Beams',
  'Torpedoes',
  'Sensors',
  'Maneuvering',
  'Impulse',
  'Warp',
  'Fore shields',
  'Aft shields',
];

const presets: Readonly<Record<string, number>> = { Combat: 180, Cruise: 25, 'Cool down': 25, Even: 100 };

const coolantOf = async (page: Page, system: string): Promise<number> =>
  Number.parseInt(
    (
      await page
        .getByRole('group', { name: `${system} coolant` })
        .locator('output')
        .innerText()
    ).replace(/\D+/g, ''),
    10,
  );

const coolant = (system: string, word: 'Less' | 'More'): Control => ({
  console: 'Engineering',
  name: `${word} coolant for ${system}`,
  work: async (page) => {
    const before = await coolantOf(page, system);
    return (await press(button(page, `${word} coolant for ${system}`)))
      ? async () => (await coolantOf(page, system)) === before + (word === 'Less' ? -1 : 1)
      : undefined;
  },
});

const send = (system: string, team: number): Control => ({
  console: 'Engineering',
  name: `Team ${team + 1} to ${system}`,
  work: async (page) => {
    if (!(await press(button(page, `Team ${team + 1}`)))) return undefined;
    return (await press(page.locator(`.deck .room[title="${system}"]`)))
      ? async () =>
          (await page
            .locator('.teams li')
            .nth(team)
            .getByText(new RegExp(`^(To|At|Waiting at) ${system}`))
            .count()) > 0
      : undefined;
  },
});

const alone = (team: number): Control => ({
  console: 'Engineering',
  name: `Team ${team + 1} by itself, off or on`,
  work: async (page) => {
    const box = page.locator('.teams input').nth(team);
    const before = await box.isChecked();
    await box.click();
    return async () => (await box.isChecked()) !== before;
  },
});

/** What there is at engineering. */
export const engineering: readonly Control[] = [
  ...systems.flatMap((name) => [
    lever('Engineering', `${name} power`, 'PageUp'),
    lever('Engineering', `${name} power`, 'PageDown'),
    leverByHand('Engineering', `${name} power`, 0.5),
  ]),
  ...Object.entries(presets).map(([name, wanted]): Control => ({
    console: 'Engineering',
    name,
    work: async (page) =>
      (await press(button(page, name)))
        ? async () => (await valueOf(slider(page, 'Beams power'))) === wanted
        : undefined,
  })),
  ...systems.flatMap((name) => [coolant(name, 'Less'), coolant(name, 'More')]),
  ...[0, 1, 2].map(alone),
  ...systems.map((name, index) => send(name, index % 3)),
  ...[0, 1, 2].map(alone),
];
