import { Console } from '@artemis/client/protocol';
import { useEffect, useState } from 'preact/hooks';
import type { AppStore } from '../app/store.js';
import { ConsoleView } from '../consoles/console-view.js';
import { type ConsoleInfo, consoleInfo, consoles } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { shipOf } from '../model/seats.js';
import { clock } from '../model/units.js';
import { Icon } from '../ui/icon.js';
import { Chat } from './chat.js';
import { LinkStrip } from './link-notice.js';
import { NetworkPanel } from './network-panel.js';

/** The game under way: a console in front, the others a key away. */
export function Bridge({ store, game }: { store: AppStore; game: GameModel }) {
  const [active, setActive] = useState<Console>(() => game.me.value?.console ?? Console.MainScreen);
  const [drawer, setDrawer] = useState<'chat' | 'network' | null>(null);
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const info = consoles.find((entry) => entry.key === event.key);
      if (!info) return;
      event.preventDefault();
      setActive(info.id);
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
  const session = game.session.value!;
  const ship = shipOf(session, game.playerId);
  if (!ship) return <Unseated game={game} store={store} />;
  const alert = game.ship?.redAlert ?? false;
  const toggle = (which: 'chat' | 'network'): void => setDrawer(drawer === which ? null : which);
  return (
    <div class={`bridge ${alert ? 'red-alert' : ''}`}>
      <header class="bridge-head">
        <div class="bridge-ship">
          <Icon name="ship" />
          <strong class="clip">{ship.name}</strong>
          {alert && (
            <span class="tag alert" role="status">
              <Icon name="alert" /> Red alert
            </span>
          )}
        </div>
        <nav class="console-tabs" aria-label="Consoles">
          {consoles.map((info) => (
            <ConsoleTab
              key={info.id}
              info={info}
              game={game}
              active={info.id === active}
              onOpen={() => setActive(info.id)}
            />
          ))}
        </nav>
        <div class="bridge-tools">
          <GameClock game={game} />
          <LinkPill game={game} open={drawer === 'network'} onClick={() => toggle('network')} />
          <button
            type="button"
            class="button ghost small icon-only"
            aria-label="Chat"
            aria-pressed={drawer === 'chat'}
            onClick={() => toggle('chat')}
          >
            <Icon name="communications" />
          </button>
          <button
            type="button"
            class="button ghost small icon-only"
            aria-label="Leave the game"
            title="Leave"
            onClick={() => store.leave()}
          >
            <Icon name="exit" />
          </button>
        </div>
      </header>
      <LinkStrip game={game} />
      <div class="bridge-main">
        <main class="console" aria-label={consoleInfo(active).name}>
          <Watching game={game} info={consoleInfo(active)} />
          <ConsoleView game={game} console={active} />
        </main>
        {drawer && (
          <aside class="drawer">
            {drawer === 'chat' ? <Chat game={game} /> : <NetworkPanel game={game} />}
          </aside>
        )}
      </div>
    </div>
  );
}

function ConsoleTab(props: { info: ConsoleInfo; game: GameModel; active: boolean; onOpen: () => void }) {
  const { info, game } = props;
  const mine = game.holds(info.id);
  const holder = game.holder(info.id);
  const who = mine ? 'You' : (holder?.name ?? 'Computer');
  return (
    <button
      type="button"
      class={`console-tab ${mine ? 'mine' : holder ? 'taken' : 'free'}`}
      aria-current={props.active ? 'page' : undefined}
      aria-label={`${info.name}, ${who}`}
      aria-keyshortcuts={info.key}
      title={`${info.name} (${info.key})`}
      onClick={props.onOpen}
    >
      <Icon name={info.icon} />
      <span class="console-tab-text">
        <span class="clip">{info.short}</span>
        <span class="console-tab-who clip">{who}</span>
      </span>
      <kbd>{info.key}</kbd>
    </button>
  );
}

/** Says whose console one looks at, and offers one that nobody works. */
function Watching({ game, info }: { game: GameModel; info: ConsoleInfo }) {
  // The main screen is for all to see; the helm may turn it as well.
  const turnsIt = info.id === Console.MainScreen && game.holds(Console.Helm);
  if (game.holds(info.id) || turnsIt) return null;
  const ship = game.me.value?.ship;
  const holder = game.holder(info.id);
  return (
    <div class="watching" role="status">
      <Icon name={info.icon} />
      <span class="grow">
        {holder
          ? `${holder.name} works this console${holder.connected ? '' : ' and has lost the connection'}. You are watching.`
          : 'The computer works this console. You are watching.'}
      </span>
      {!holder && ship !== undefined && (
        <button type="button" class="button small" onClick={() => game.selectConsole(ship, info.id, true)}>
          Take it over
        </button>
      )}
    </div>
  );
}

function GameClock({ game }: { game: GameModel }) {
  return (
    <span class="game-clock" title="Time since the start">
      <Icon name="clock" />
      <span data-readout="clock">{clock(game.tick.value / 20)}</span>
    </span>
  );
}

function LinkPill(props: { game: GameModel; open: boolean; onClick: () => void }) {
  void props.game.tick.value;
  const connected = props.game.link.value.phase === 'connected';
  const ping = Math.round(props.game.network.pingMs);
  return (
    <button
      type="button"
      class={`button ghost small link-pill ${connected ? '' : 'lost'}`}
      aria-pressed={props.open}
      aria-label={connected ? `Connected, ${ping} milliseconds` : 'Not connected'}
      onClick={props.onClick}
    >
      <Icon name="signal" />
      {connected ? `${ping} ms` : 'Lost'}
    </button>
  );
}

/** For who comes into a game that runs: ships and their free consoles. */
function Unseated({ store, game }: { store: AppStore; game: GameModel }) {
  const session = game.session.value!;
  return (
    <div class="bridge">
      <header class="bridge-head">
        <div class="bridge-ship">
          <Icon name="ship" />
          <strong class="clip">{session.name}</strong>
        </div>
        <div class="bridge-tools">
          <button type="button" class="button ghost small" onClick={() => store.leave()}>
            <Icon name="exit" /> Leave
          </button>
        </div>
      </header>
      <main class="page-body">
        <h1>The game is under way</h1>
        <p class="quiet">Choose a console that is free, and you are in.</p>
        <ul class="ship-grid">
          {session.ships.map((entry) => (
            <li key={entry.ship} class="panel ship-card">
              <header>
                <h2 class="clip">{entry.name}</h2>
              </header>
              <ul class="seats">
                {consoles.map((info) => {
                  const holder = session.players.find(
                    (player) => player.ship === entry.ship && player.consoles.includes(info.id),
                  );
                  return (
                    <li key={info.id}>
                      <button
                        type="button"
                        class={`seat ${holder ? 'taken' : 'free'}`}
                        disabled={holder !== undefined}
                        aria-label={`${info.name} of ${entry.name}, ${holder ? `held by ${holder.name}` : 'free'}`}
                        onClick={() => game.selectConsole(entry.ship, info.id, false)}
                      >
                        <Icon name={info.icon} />
                        <span class="seat-text">
                          <span class="seat-name clip">{info.name}</span>
                          <span class="seat-holder clip">{holder?.name ?? 'Free'}</span>
                        </span>
                      </button>
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
