import type { PlayerView, SessionView } from '@artemis/client';
import { consoleInfo } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { Icon } from '../ui/icon.js';

/** Everybody in the session, with seat and readiness. */
export function CrewList({ game }: { game: GameModel }) {
  const session = game.session.value!;
  const creating = session.creatorId === game.playerId;
  return (
    <section class="panel crew" aria-label="Crew">
      <header>
        <span class="eyebrow">Crew</span>
        <span class="faint">{session.players.length}</span>
      </header>
      <ul class="body crew-list">
        {session.players.map((player) => (
          <li key={player.playerId} class={player.connected ? '' : 'away'}>
            <span class={`dot ${player.ready ? 'on' : ''}`} aria-hidden="true" />
            <span class="grow">
              <span class="row tight">
                <strong class="clip">{player.name}</strong>
                {player.playerId === game.playerId && <span class="faint">you</span>}
                {player.playerId === session.creatorId && (
                  <span class="faint" title="Made this session">
                    <Icon name="captain" />
                    <span class="hidden-label">made this session</span>
                  </span>
                )}
              </span>
              <span class="faint block">{seatText(session, player)}</span>
            </span>
            <span class={player.ready ? 'tag good' : 'tag'}>
              {player.connected ? (player.ready ? 'Ready' : 'Not ready') : 'Away'}
            </span>
            {creating && player.playerId !== game.playerId && (
              <button
                type="button"
                class="button ghost small icon-only"
                aria-label={`Send ${player.name} away`}
                title="Send away"
                onClick={() => game.kick(player.playerId)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function seatText(session: SessionView, player: PlayerView): string {
  if (player.ship === undefined) return 'Looking around';
  const ship = session.ships.find((entry) => entry.ship === player.ship)?.name ?? 'a ship';
  const held = player.consoles.map((console) => consoleInfo(console).name).join(', ');
  return held ? `${ship}: ${held}` : ship;
}
