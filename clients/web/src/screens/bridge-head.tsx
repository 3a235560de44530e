import { Console } from '@artemis/client/protocol';
import { toast } from '../app/toasts.js';
import { type ConsoleInfo, consoles } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { shipOf } from '../model/seats.js';
import { clock } from '../model/units.js';
import { useWatched } from '../model/watched.js';
import { Icon } from '../ui/icon.js';
import { useUnseen } from '../ui/use-unseen.js';
import type { Panes } from './use-panes.js';

/** What may be open beside the consoles. */
export type Drawer = 'chat' | 'network';

/** The bridge's head: whose ship it is, the consoles, and what one needs beside them. */
export function BridgeHead(props: {
  game: GameModel;
  panes: Panes;
  drawer: Drawer | null;
  onDrawer: (which: Drawer) => void;
  onLeave: () => void;
}) {
  const { game, panes, drawer } = props;
  const ship = shipOf(game.session.value!, game.playerId);
  const alert = game.redAlert.value;
  const unread = useUnseen(game.chatCount.value, drawer === 'chat');
  const unheard = useUnseen(game.commsCount.value, panes.shown.includes(Console.Communications));
  return (
    <header class="bridge-head">
      <div class="bridge-ship">
        <Icon name="ship" />
        <h1 class={game.spectating.value ? 'hidden-label' : 'clip'}>{ship?.name}</h1>
        {game.spectating.value && <ShipChoice game={game} />}
        {alert && (
          <span class="tag alert" role="status">
            <Icon name="alert" /> <span class="alert-words">Red alert</span>
          </span>
        )}
      </div>
      <nav class="console-tabs" aria-label="Consoles">
        {consoles.map((info) => (
          <ConsoleTab
            key={info.id}
            info={info}
            game={game}
            panes={panes}
            unseen={info.id === Console.Communications && game.mans(info.id) ? unheard : 0}
          />
        ))}
      </nav>
      <div class="bridge-tools">
        <GameClock game={game} />
        {panes.canSplit && (
          <button
            type="button"
            class="button ghost small icon-only"
            aria-label="Two consoles side by side"
            aria-keyshortcuts="F7"
            aria-pressed={panes.shown.length > 1}
            title="Two consoles side by side (F7)"
            onClick={() => panes.toggleSplit()}
          >
            <Icon name="split" />
          </button>
        )}
        <LinkPill game={game} open={drawer === 'network'} onClick={() => props.onDrawer('network')} />
        <button
          type="button"
          class="button ghost small icon-only badged"
          aria-label={unread > 0 ? `Chat, ${unread > 9 ? '9+' : unread} unread` : 'Chat'}
          title="Chat"
          data-drawer="chat"
          aria-pressed={drawer === 'chat'}
          onClick={() => props.onDrawer('chat')}
        >
          <Icon name="communications" />
          <Badge count={unread} />
        </button>
        <button
          type="button"
          class="button ghost small icon-only"
          aria-label="Leave the game"
          title="Leave"
          onClick={props.onLeave}
        >
          <Icon name="exit" />
        </button>
      </div>
    </header>
  );
}

/** In a recording: from which ship one watches. */
function ShipChoice({ game }: { game: GameModel }) {
  const session = game.session.value!;
  const aboard = String(game.me.value?.ship ?? 0);
  return (
    <>
      <select
        class="input ship-choice"
        aria-label="Watch from"
        value={aboard}
        onChange={({ currentTarget: choice }) => {
          const ship = session.ships.find((entry) => entry.ship === Number(choice.value));
          if (!ship || game.watch(ship.ship)) return;
          choice.value = aboard;
          toast(`Every place aboard ${ship.name} is taken.`);
        }}
      >
        {session.ships.map((ship) => (
          <option key={ship.ship} value={String(ship.ship)}>
            {ship.name}
          </option>
        ))}
      </select>
      <span class="tag ice">Recording</span>
    </>
  );
}

function Badge({ count }: { count: number }) {
  return count > 0 ? <span class="badge">{count > 9 ? '9+' : count}</span> : null;
}

function ConsoleTab(props: { info: ConsoleInfo; game: GameModel; panes: Panes; unseen: number }) {
  const { info, game, panes, unseen } = props;
  const at = panes.shown.indexOf(info.id);
  const mine = game.mans(info.id);
  const holder = game.holder(info.id);
  const who = game.spectating.value ? 'Recorded' : mine ? 'You' : (holder?.name ?? 'Computer');
  const state = at < 0 ? '' : at === panes.front ? 'front' : 'beside';
  return (
    <button
      type="button"
      class={`console-tab badged ${mine ? 'mine' : ''} ${state}`}
      aria-current={at >= 0 ? 'page' : undefined}
      aria-keyshortcuts={info.key}
      title={`${info.name} (${info.key})`}
      onClick={() => panes.open(info.id)}
    >
      <Icon name={info.icon} />
      <span class="console-tab-text">
        <span class="clip">{info.short}</span>
        <span class="hidden-label">, </span>
        <span class="console-tab-who clip">{who}</span>
      </span>
      <kbd>{info.key}</kbd>
      <Badge count={unseen} />
      {unseen > 0 && <span class="hidden-label"> unread</span>}
    </button>
  );
}

function GameClock({ game }: { game: GameModel }) {
  return (
    <span class="game-clock" title="Time since the start">
      <Icon name="clock" />
      <span data-readout="tick" data-value={game.tick.value}>
        {clock(game.tick.value / 20)}
      </span>
    </span>
  );
}

function LinkPill(props: { game: GameModel; open: boolean; onClick: () => void }) {
  const { game } = props;
  // Twice a second is often enough for the ping.
  const [objects] = useWatched(
    () => [game.scene.items.size, Math.floor(game.tick.value / 10)] as const,
    [game],
  );
  const connected = game.link.value.phase === 'connected';
  const ping = Math.round(game.network.pingMs);
  return (
    <button
      type="button"
      class={`button ghost small link-pill ${connected ? '' : 'lost'}`}
      aria-pressed={props.open}
      title="Network"
      data-drawer="network"
      data-readout="objects"
      data-value={objects}
      onClick={props.onClick}
    >
      <Icon name="signal" />
      <span class="hidden-label">Network: </span>
      {connected ? `${ping} ms` : 'Lost'}
    </button>
  );
}
