import { CommsKind, Console } from '@artemis/client/protocol';
import { useState } from 'preact/hooks';
import { contactsOf } from '../model/contacts.js';
import type { GameModel } from '../model/game.js';
import { useOrdered } from '../model/ordered.js';
import { clock } from '../model/units.js';
import { Segmented } from '../ui/controls.js';
import { Icon } from '../ui/icon.js';
import { useNewest } from '../ui/use-newest.js';
import { ContactList } from './contact-list.js';
import { HailMenu } from './hail-menu.js';

/** So many lines are shown at first: more than one reads, and few enough for a page that stays open all evening. */
const newest = 60;

type Filter = 'all' | 'bases' | 'enemies' | 'ships' | 'alerts';

const filters: Readonly<Record<Filter, readonly CommsKind[] | undefined>> = {
  all: undefined,
  bases: [CommsKind.Base],
  enemies: [CommsKind.Enemy],
  ships: [CommsKind.Friend, CommsKind.Ship],
  alerts: [CommsKind.Alert, CommsKind.Status],
};

const kindNames: Record<number, string> = {
  [CommsKind.Chatter]: 'chatter',
  [CommsKind.Base]: 'base',
  [CommsKind.Friend]: 'friend',
  [CommsKind.Enemy]: 'enemy',
  [CommsKind.Ship]: 'ship',
  [CommsKind.Status]: 'status',
  [CommsKind.Alert]: 'alert',
};

/** Talks to bases, friends and foes. */
export function Communications({ game }: { game: GameModel }) {
  const [selected, setSelected] = useState(0);
  const mine = game.holds(Console.Communications);
  void game.tick.value;
  const contact = contactsOf(game).find((entry) => entry.id === selected);
  return (
    <div class="communications">
      <ContactList game={game} title="Channels" selectedId={selected} onSelect={setSelected} />
      <CommsLog game={game} />
      <div class="comms-side">
        <section class="panel" aria-label="Hail">
          <header>
            <span class="eyebrow">Hail</span>
          </header>
          <div class="body stack">
            {contact ? (
              <HailMenu game={game} contact={contact} disabled={!mine} />
            ) : (
              <p class="faint">Choose a channel first.</p>
            )}
          </div>
        </section>
        <section class="panel" aria-label="Alert">
          <div class="body">
            <RedAlertSwitch game={game} disabled={!mine} />
          </div>
        </section>
      </div>
    </div>
  );
}

function CommsLog({ game }: { game: GameModel }) {
  const [filter, setFilter] = useState<Filter>('all');
  const [all, setAll] = useState(false);
  const kinds = filters[filter];
  const fitting = game.comms.value.filter((line) => kinds?.includes(line.kind) ?? true);
  const lines = all ? fitting : fitting.slice(-newest);
  const log = useNewest(lines.at(-1));
  return (
    <section class="panel comms-log" aria-label="Messages">
      <header>
        <span class="eyebrow">Messages</span>
        <Segmented
          label="Show"
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: 'All' },
            { value: 'bases', label: 'Bases' },
            { value: 'enemies', label: 'Enemies' },
            { value: 'ships', label: 'Ships' },
            { value: 'alerts', label: 'Status' },
          ]}
        />
      </header>
      <div class="chat-log" ref={log} role="log" tabIndex={0} aria-label="Messages">
        <ol>
          {lines.length === 0 && <li class="faint">Nothing was received yet.</li>}
          {lines.length < fitting.length && (
            <li>
              <button type="button" class="button small" onClick={() => setAll(true)}>
                Show {fitting.length - lines.length} earlier
              </button>
            </li>
          )}
          {lines.map((line, index) => (
            <li key={index} class={`comms-line ${kindNames[line.kind] ?? ''}`}>
              <span class="faint">{clock(line.tick / 20)}</span>
              <span>
                <strong>{line.sender}</strong>
                {line.text}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function RedAlertSwitch({ game, disabled }: { game: GameModel; disabled: boolean }) {
  const [on, setOn] = useOrdered(game.ship?.redAlert ?? false, (value) => game.orders.setRedAlert(value));
  return (
    <button
      type="button"
      class="button alert wide"
      aria-pressed={on}
      disabled={disabled}
      onClick={() => setOn(!on)}
    >
      <Icon name="alert" /> {on ? 'End red alert' : 'Red alert'}
    </button>
  );
}
