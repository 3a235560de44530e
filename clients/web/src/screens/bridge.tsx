import { Console } from '@artemis/client/protocol';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AppStore } from '../app/store.js';
import { ConsoleView } from '../consoles/console-view.js';
import { type ConsoleInfo, consoleInfo } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { shipOf, shipsToBoard } from '../model/seats.js';
import { Notice } from '../ui/controls.js';
import { Icon } from '../ui/icon.js';
import { BridgeHead, type Drawer } from './bridge-head.js';
import { Chat } from './chat.js';
import { LeaveGame } from './leave-game.js';
import { LinkStrip } from './link-notice.js';
import { NetworkPanel } from './network-panel.js';
import { Boarding, Unseated } from './unseated.js';
import { type Panes, usePanes } from './use-panes.js';

/** The game under way. */
export function Bridge({ store, game }: { store: AppStore; game: GameModel }) {
  const [changing, setChanging] = useState(false);
  const ship = shipOf(game.session.value!, game.playerId);
  const lost = game.lost.value;
  // Aboard the next ship, nothing is to be changed any more.
  useEffect(() => setChanging(false), [lost]);
  if (ship && !(changing && lost))
    return <Aboard store={store} game={game} onChange={() => setChanging(true)} />;
  if (game.spectating.value) return <Boarding game={game} store={store} />;
  return <Unseated game={game} store={store} onWatch={ship && (() => setChanging(false))} />;
}

/** A console in front or two side by side, the others a key away. */
function Aboard({ store, game, onChange }: { store: AppStore; game: GameModel; onChange: () => void }) {
  const panes = usePanes(game.me.value?.consoles ?? []);
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const [leaving, setLeaving] = useState(false);
  const alert = game.redAlert.value;
  const front = panes.shown[panes.front];
  // On a phone the page scrolls: each console begins at its top.
  useEffect(() => scrollTo(0, 0), [front]);
  return (
    <div class={`bridge ${alert ? 'red-alert' : ''}`}>
      <BridgeHead
        game={game}
        panes={panes}
        drawer={drawer}
        onDrawer={(which) => setDrawer(drawer === which ? null : which)}
        onLeave={() => (game.spectating.value ? store.leave() : setLeaving(true))}
      />
      <LinkStrip game={game} />
      {game.lost.value && <ShipLost game={game} onChange={onChange} />}
      <main class="bridge-main">
        {panes.shown.map((console, index) => (
          <Pane key={console} game={game} panes={panes} index={index} info={consoleInfo(console)} />
        ))}
        {drawer && <OpenDrawer key={drawer} game={game} drawer={drawer} onClose={() => setDrawer(null)} />}
      </main>
      {leaving && <LeaveGame store={store} onClose={() => setLeaving(false)} />}
    </div>
  );
}

/** What is open beside the consoles. The focus goes in with it, and back to its button when it is put away. */
function OpenDrawer(props: { game: GameModel; drawer: Drawer; onClose: () => void }) {
  const { game, drawer } = props;
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const close = (): void => {
    document.querySelector<HTMLElement>(`[data-drawer="${drawer}"]`)?.focus();
    props.onClose();
  };
  return (
    <aside
      ref={ref}
      class="drawer"
      aria-label={drawer === 'chat' ? 'Chat' : 'Network'}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      {drawer === 'chat' ? (
        <Chat game={game} onClose={close} />
      ) : (
        <NetworkPanel game={game} onClose={close} />
      )}
    </aside>
  );
}

/** Says that the own ship is lost, and offers those that still fly. */
function ShipLost({ game, onChange }: { game: GameModel; onChange: () => void }) {
  const others = shipsToBoard(game.session.value!, game.playerId, game.lostShips.value);
  return (
    <div class="link-strip">
      <Notice kind="alert">
        <div class="spread wrap">
          <span>
            <strong>Your ship is lost.</strong> The others fight on. You watch from where she went down.
          </span>
          {others.length > 0 && !game.spectating.value && (
            <button type="button" class="button small" onClick={onChange}>
              Board another ship
            </button>
          )}
        </div>
      </Notice>
    </div>
  );
}

function Pane(props: { game: GameModel; panes: Panes; index: number; info: ConsoleInfo }) {
  const { game, panes, index, info } = props;
  const split = panes.shown.length > 1;
  const front = split && panes.front === index;
  return (
    <section
      class={`pane ${front ? 'front' : ''}`}
      aria-label={info.name}
      onPointerDown={() => panes.bringToFront(index)}
      onFocusCapture={() => panes.bringToFront(index)}
    >
      {split && (
        <header class="pane-head">
          <Icon name={info.icon} />
          <strong class="grow clip">{info.name}</strong>
          <button
            type="button"
            class="button ghost small icon-only"
            aria-label={`Close ${info.name}`}
            // The pane is gone before its pointer could bring it to the front.
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => panes.close(index)}
          >
            <Icon name="close" />
          </button>
        </header>
      )}
      <Watching game={game} info={info} />
      <div class="console">
        <ConsoleView game={game} console={info.id} />
      </div>
    </section>
  );
}

/** Says whose console one looks at, and offers one that nobody works. */
function Watching({ game, info }: { game: GameModel; info: ConsoleInfo }) {
  const ship = game.me.value?.ship;
  const holder = game.holder(info.id);
  // The main screen is for all to see, and the helm may turn it as well.
  const turnsIt = info.id === Console.MainScreen && holder !== undefined && game.mans(Console.Helm);
  if (game.mans(info.id) || turnsIt || game.spectating.value) return null;
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
