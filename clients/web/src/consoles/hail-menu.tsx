import { Hail, NpcKind, Ordnance } from '@artemis/client/protocol';
import { useState } from 'preact/hooks';
import { ordnanceName } from '../model/catalog.js';
import type { Contact } from '../model/contacts.js';
import type { GameModel } from '../model/game.js';
import { utf8Length } from '../model/text.js';
import { Icon } from '../ui/icon.js';

/** So long an enemy that was hailed hears nothing more; the server has the last word. */
const patienceSeconds = 30;
const ticksPerSecond = 20;

/** What one may say to a contact. */
export function HailMenu(props: { game: GameModel; contact: Contact; disabled: boolean }) {
  const { game, contact } = props;
  if (contact.kind === 'ship') return <TextToShip {...props} />;
  const npc = game.world.npcShips.get(contact.id);
  return (
    <>
      <h2 class="clip">{contact.name}</h2>
      {contact.kind === 'base' ? (
        contact.side === 'hostile' ? (
          <p class="faint">They do not answer.</p>
        ) : (
          <BaseHails {...props} />
        )
      ) : npc?.kind === NpcKind.Drone ? (
        <p class="faint">Nobody is aboard.</p>
      ) : contact.side === 'hostile' ? (
        <EnemyHails {...props} />
      ) : npc?.surrendered ? (
        <p class="faint">They have surrendered, and wait for what comes.</p>
      ) : (
        <FriendHails {...props} />
      )}
    </>
  );
}

function HailButton(props: { words: string; disabled: boolean; onClick: () => void }) {
  return (
    <button type="button" class="button wide" disabled={props.disabled} onClick={props.onClick}>
      {props.words}
    </button>
  );
}

function EnemyHails({ game, contact, disabled }: { game: GameModel; contact: Contact; disabled: boolean }) {
  const since = (game.tick.value - (game.hailedAt.get(contact.id) ?? -Infinity)) / ticksPerSecond;
  const wait = Math.ceil(patienceSeconds - since);
  const hail = (what: Hail): void => {
    if (game.orders.hail(contact.id, what, Ordnance.Homing)) game.hailedAt.set(contact.id, game.tick.value);
  };
  const off = disabled || wait > 0;
  return (
    <>
      <HailButton words="Demand surrender" disabled={off} onClick={() => hail(Hail.Surrender)} />
      <HailButton words="Taunt them" disabled={off} onClick={() => hail(Hail.Taunt)} />
      <p class="faint small-print">
        {wait > 0
          ? `They listen again in ${wait} s.`
          : 'Weak shields make them give up. A taunt draws their fire to you.'}
      </p>
    </>
  );
}

function FriendHails({ game, contact, disabled }: { game: GameModel; contact: Contact; disabled: boolean }) {
  const hail = (what: Hail): boolean => game.orders.hail(contact.id, what, Ordnance.Homing);
  const escort = game.world.npcShips.get(contact.id)?.kind === NpcKind.Escort;
  const aimless = (game.ship?.targetId ?? 0) === 0;
  return (
    <>
      <HailButton words="Report" disabled={disabled} onClick={() => hail(Hail.Status)} />
      {escort && (
        <>
          <HailButton
            words="Attack our target"
            disabled={disabled || aimless}
            onClick={() => hail(Hail.Attack)}
          />
          <HailButton words="Go to a base" disabled={disabled} onClick={() => hail(Hail.Retreat)} />
        </>
      )}
      {escort && aimless && <p class="faint small-print">Weapons has no target that they could attack.</p>}
    </>
  );
}

function BaseHails({ game, contact, disabled }: { game: GameModel; contact: Contact; disabled: boolean }) {
  const [ordnance, setOrdnance] = useState<Ordnance>(Ordnance.Homing);
  const hail = (what: Hail): boolean => game.orders.hail(contact.id, what, ordnance);
  return (
    <>
      <HailButton words="Report" disabled={disabled} onClick={() => hail(Hail.Status)} />
      <HailButton words="Stand by to dock" disabled={disabled} onClick={() => hail(Hail.StandBy)} />
      <div class="row build">
        <select
          class="input"
          aria-label="Ordnance to build"
          value={String(ordnance)}
          onChange={(event) => setOrdnance(Number(event.currentTarget.value) as Ordnance)}
        >
          {[Ordnance.Homing, Ordnance.Nuke, Ordnance.Mine, Ordnance.Emp, Ordnance.PShock].map((kind) => (
            <option key={kind} value={String(kind)}>
              {ordnanceName(kind)}
            </option>
          ))}
        </select>
        <button type="button" class="button" disabled={disabled} onClick={() => hail(Hail.Build)}>
          Build
        </button>
      </div>
    </>
  );
}

function TextToShip({ game, contact, disabled }: { game: GameModel; contact: Contact; disabled: boolean }) {
  const [text, setText] = useState('');
  const fits = utf8Length(text.trim()) <= 240;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!text.trim() || !fits) return;
        if (game.orders.text(contact.id, text.trim())) setText('');
      }}
    >
      <h2 class="clip">{contact.name}</h2>
      <input
        class="input"
        aria-label={`Message to ${contact.name}`}
        placeholder="Message"
        value={text}
        disabled={disabled}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {!fits && (
        <p class="problem" role="alert">
          That is too long.
        </p>
      )}
      <button type="submit" class="button wide" disabled={disabled || !text.trim() || !fits}>
        <Icon name="send" /> Send
      </button>
    </form>
  );
}
