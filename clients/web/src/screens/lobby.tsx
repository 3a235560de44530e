import type { SessionView, ShipView } from '@artemis/client';
import { useState } from 'preact/hooks';
import type { AppStore } from '../app/store.js';
import { toast } from '../app/toasts.js';
import {
  type ConsoleInfo,
  consoles,
  difficultyWords,
  scenarioInfo,
  shipClassName,
} from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { crewOf, holderOf, playerOf, startBlocker } from '../model/seats.js';
import { Icon } from '../ui/icon.js';
import { Chat } from './chat.js';
import { ConfigureSession } from './configure-session.js';
import { CrewList } from './crew-list.js';
import { Difficulty } from './difficulty.js';
import { LinkStrip } from './link-notice.js';
import { RenameShip } from './rename-ship.js';
import { PageHead } from './page-head.js';

/** A session before its start: who sits where, who is ready, and a word between. */
export function Lobby({ store, game }: { store: AppStore; game: GameModel }) {
  const [keep, setKeep] = useState(false);
  const [configuring, setConfiguring] = useState(false);
  const session = game.session.value!;
  const scenario = scenarioInfo(session.scenario);
  const creating = session.creatorId === game.playerId;
  return (
    <div class="page lobby">
      <PageHead store={store} />
      <LinkStrip game={game} />
      <main class="lobby-body">
        <div class="lobby-head">
          <div class="grow">
            <h1 class="clip">{session.name}</h1>
            <p class="row quiet">
              <span>{scenario.name}</span>
              <span class="row tight">
                <Difficulty value={session.difficulty} /> {difficultyWords(session.difficulty).name}
              </span>
              {session.locked && (
                <span class="row tight">
                  <Icon name="lock" /> Password
                </span>
              )}
            </p>
          </div>
          <div class="row">
            <button type="button" class="button" onClick={() => void copyLink()}>
              <Icon name="link" /> Copy link
            </button>
            {creating && (
              <button type="button" class="button" onClick={() => setConfiguring(true)}>
                <Icon name="edit" /> Change
              </button>
            )}
            <button type="button" class="button ghost" onClick={() => store.leave()}>
              <Icon name="exit" /> Leave
            </button>
          </div>
        </div>
        <div class="lobby-ships">
          <div class="spread wrap">
            <p class="quiet">
              {scenario.description || 'Choose a ship and a console.'}{' '}
              <span class="faint">Where nobody sits, the computer helps out.</span>
            </p>
            <label class="check" title="Otherwise a new console is taken instead of the one before">
              <input
                type="checkbox"
                checked={keep}
                onChange={(event) => setKeep(event.currentTarget.checked)}
              />
              Hold several consoles
            </label>
          </div>
          <ul class="ship-grid">
            {session.ships.map((ship) => (
              <ShipCard key={ship.ship} game={game} session={session} ship={ship} keep={keep} />
            ))}
          </ul>
        </div>
        <aside class="lobby-side">
          <CrewList game={game} />
          <Chat game={game} />
        </aside>
        <StartBar game={game} session={session} />
      </main>
      {configuring && <ConfigureSession game={game} onClose={() => setConfiguring(false)} />}
    </div>
  );
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    toast('The link is copied. Whoever opens it comes straight in.');
  } catch {
    toast(`Send your friends this address: ${location.href}`);
  }
}

function ShipCard(props: { game: GameModel; session: SessionView; ship: ShipView; keep: boolean }) {
  const { game, session, ship } = props;
  const [renaming, setRenaming] = useState(false);
  const crew = crewOf(session, ship.ship);
  const mine = crew.some((player) => player.playerId === game.playerId);
  const captain = ship.captain === undefined ? undefined : playerOf(session, ship.captain);
  return (
    <li class={`panel ship-card ${mine ? 'mine' : ''}`}>
      <header>
        <div class="grow">
          <h2 class="clip">{ship.name}</h2>
          <p class="faint">
            {shipClassName(ship.shipClass)}
            {captain ? `, captain ${captain.name}` : ', no crew yet'}
          </p>
        </div>
        {ship.captain === game.playerId && (
          <button
            type="button"
            class="button ghost small icon-only"
            aria-label={`Rename ${ship.name}`}
            onClick={() => setRenaming(true)}
          >
            <Icon name="edit" />
          </button>
        )}
      </header>
      <ul class="seats">
        {consoles.map((console) => (
          <Seat key={console.id} {...props} info={console} />
        ))}
      </ul>
      {renaming && <RenameShip game={game} ship={ship} onClose={() => setRenaming(false)} />}
    </li>
  );
}

function Seat(props: {
  game: GameModel;
  session: SessionView;
  ship: ShipView;
  keep: boolean;
  info: ConsoleInfo;
}) {
  const { game, session, ship, info } = props;
  const holder = holderOf(session, ship.ship, info.id);
  const mine = holder?.playerId === game.playerId;
  return (
    <li>
      <button
        type="button"
        class={`seat ${mine ? 'mine' : holder ? 'taken' : 'free'}`}
        aria-pressed={mine}
        disabled={holder !== undefined && !mine}
        title={info.duty}
        onClick={() => !mine && game.selectConsole(ship.ship, info.id, props.keep)}
      >
        <Icon name={info.icon} />
        <span class="seat-text">
          <span class="seat-name clip">{info.short}</span>
          <span class="hidden-label"> of {ship.name}, </span>
          <span class="seat-holder clip">
            {holder ? (mine ? 'You' : holder.name) : 'Free'}
            {holder && !holder.connected && ' (away)'}
          </span>
          <span class="seat-duty" aria-hidden="true">
            {info.duty}
          </span>
        </span>
        {holder?.ready && (
          <>
            <Icon name="check" class="ready-mark" />
            <span class="hidden-label">, ready</span>
          </>
        )}
      </button>
    </li>
  );
}

function StartBar({ game, session }: { game: GameModel; session: SessionView }) {
  const me = playerOf(session, game.playerId);
  const seated = me?.ship !== undefined;
  const blocker = startBlocker(session, game.playerId);
  const creating = session.creatorId === game.playerId;
  return (
    <div class="start-bar">
      <p class="grow" role="status">
        {!seated ? 'Take a seat aboard a ship.' : (blocker ?? 'All set. Start when you like.')}
      </p>
      <button
        type="button"
        class="button ready-button"
        aria-pressed={me?.ready ?? false}
        disabled={!seated}
        onClick={() => game.setReady(!me?.ready)}
      >
        <Icon name="check" /> {me?.ready ? 'Ready' : 'I am ready'}
      </button>
      {creating && (
        <button type="button" class="button primary" disabled={blocker !== null} onClick={() => game.start()}>
          <Icon name="play" /> Start
        </button>
      )}
    </div>
  );
}
