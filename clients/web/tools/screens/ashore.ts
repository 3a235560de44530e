import { Console } from '@artemis/client/protocol';
import { createSession, freeSeat, signIn } from '../../e2e/browser.js';
import { crewmate, gatewayOf } from '../../e2e/crewmate.js';
import type { Tour } from './tour.js';

/** From the door to the list of sessions, and what is offered there. */
export async function door({ page, ada, url, shoot }: Tour): Promise<void> {
  // Pictures show what players are offered, not what only tests and pictures play.
  await page.route('**/api/scenarios', async (route) => {
    const offered = (await (await route.fetch()).json()) as { id: string }[];
    const ours = ['ambush', 'drill', 'exhibition'];
    await route.fulfill({ json: offered.filter(({ id }) => !ours.includes(id)) });
  });
  await page.goto(url);
  await page.getByLabel('Your name').waitFor();
  await shoot('sign-in');
  await signIn(ada, url);
  await page.getByText('No session yet').waitFor();
  await shoot('sessions-empty');
  const host = await gatewayOf(url);
  await host.connect({ name: 'Katherine' });
  const others = [
    { name: 'Friday night crew', scenario: 'siege', maxShips: 2, difficulty: 4 },
    {
      name: 'Academy, second watch',
      scenario: 'border-patrol',
      maxShips: 1,
      difficulty: 1,
      password: 'open',
    },
    { name: 'Behind the lines', scenario: 'deep-strike', maxShips: 4, difficulty: 7 },
  ];
  for (const other of others) await host.createSession({ ...other, clientKey: other.name });
  host.close();
  await page.locator('.session-row', { hasText: 'Behind the lines' }).first().waitFor();
  await shoot('sessions');
  await page.getByRole('button', { name: 'Join Academy, second watch' }).first().click();
  await page.getByLabel('Password').waitFor();
  await shoot('password');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByRole('button', { name: 'New session' }).first().click();
  await page.getByRole('dialog').getByText('Siege', { exact: true }).waitFor();
  await shoot('new-session');
  await page.keyboard.press('Escape');
  await page.unroute('**/api/scenarios');
  await page.reload();
  await page.locator('.session-row').first().waitFor();
}

/** A lobby with two crews in it, and the start of their game. */
export async function lobby({ page, ada, url, crew, shoot }: Tour): Promise<void> {
  const address = await createSession(ada, {
    name: 'Kestrel and friends',
    scenario: 'Exhibition',
    ships: 2,
  });
  const id = address.split('/').at(-1)!;
  const seats: readonly [string, number, Console][] = [
    ['Grace', 1, Console.Helm],
    ['Linus', 1, Console.Engineering],
    ['Margaret', 1, Console.Science],
  ];
  for (const [name, ship, console] of seats) crew.push(await crewmate(url, id, name, ship, console));
  await freeSeat(page, 'Helm').click();
  await page.getByRole('button', { name: /^Helm of .*, You/ }).waitFor();
  await page.getByLabel('Hold several consoles').check();
  for (const console of ['Weapons', 'Science']) {
    await freeSeat(page, console).click();
    await page.getByRole('button', { name: new RegExp(`^${console} of .*, You`) }).waitFor();
  }
  const [grace, linus] = crew;
  grace!.game.chat('Second ship is ours. We cover the convoy.');
  linus!.game.chat('Give me a minute with the coolant.');
  await page.getByRole('log').getByText('Give me a minute').waitFor();
  grace!.game.setReady(true);
  await page.getByText('Ready', { exact: true }).first().waitFor();
  await shoot('lobby');
  await page
    .getByRole('button', { name: /^Rename / })
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('Name').fill('Kestrel');
  await shoot('rename');
  await page.getByRole('button', { name: 'Name her' }).click();
  await page.getByRole('heading', { name: 'Kestrel', exact: true }).waitFor();
  await page.getByRole('button', { name: 'I am ready' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('[data-readout="heading"]').first().waitFor();
}
