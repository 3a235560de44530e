import { Outcome, type ShipResult } from '@artemis/client/protocol';
import type { AppStore } from '../app/store.js';
import type { GameModel } from '../model/game.js';
import { clock, distance, whole } from '../model/units.js';
import { Icon } from '../ui/icon.js';
import { Chat } from './chat.js';
import { LinkStrip } from './link-notice.js';
import { PageHead } from './page-head.js';

const measures: readonly {
  label: string;
  value: (ship: ShipResult) => number;
  format: (value: number, ship: ShipResult) => string;
}[] = [
  { label: 'Damage dealt', value: (ship) => ship.damageDealt, format: whole },
  { label: 'Damage taken', value: (ship) => ship.damageTaken, format: whole },
  { label: 'Kills', value: (ship) => ship.kills, format: whole },
  {
    label: 'Torpedoes that hit',
    value: (ship) => ship.torpedoesHit,
    format: (hits, ship) => `${whole(hits)} of ${whole(ship.torpedoesFired)}`,
  },
  { label: 'Distance', value: (ship) => ship.distance, format: distance },
  { label: 'Energy used', value: (ship) => ship.energyUsed, format: whole },
];

/** How the game ended, ship by ship. */
export function Results({ store, game }: { store: AppStore; game: GameModel }) {
  const session = game.session.value!;
  const results = game.results.value;
  const creating = session.creatorId === game.playerId;
  const title = !results
    ? 'The game is over'
    : results.outcome === Outcome.Victory
      ? 'Victory'
      : results.outcome === Outcome.Defeat
        ? 'Defeat'
        : 'Abandoned';
  return (
    <div class="page">
      <PageHead store={store} />
      <LinkStrip game={game} />
      <main class="page-body results">
        <div class={`results-head ${results?.outcome === Outcome.Victory ? 'won' : 'lost'}`}>
          <span class="eyebrow">{session.name}</span>
          <h1>{title}</h1>
          {results && <p class="quiet">{results.text}</p>}
          {results && (
            <p class="row">
              <span class="tag">
                <Icon name="clock" /> {clock(results.seconds)}
              </span>
              <span class={results.basesLost > 0 ? 'tag alert' : 'tag good'}>
                {results.basesLost === 0
                  ? 'No base lost'
                  : `${results.basesLost} ${results.basesLost === 1 ? 'base' : 'bases'} lost`}
              </span>
            </p>
          )}
        </div>
        {results && results.ships.length > 0 && (
          <div class="results-grid">
            {measures.map((measure) => {
              const most = Math.max(1, ...results.ships.map(measure.value));
              return (
                <section key={measure.label} class="panel chart" aria-label={measure.label}>
                  <header>
                    <span class="eyebrow">{measure.label}</span>
                  </header>
                  <ul class="body">
                    {results.ships.map((ship) => (
                      <li key={ship.ship}>
                        <span class="spread">
                          <span class="clip">
                            {ship.name}
                            {!ship.survived && <span class="faint"> (lost)</span>}
                          </span>
                          <strong>{measure.format(measure.value(ship), ship)}</strong>
                        </span>
                        <span
                          class="chart-bar"
                          style={{ '--share': (measure.value(ship) / most).toFixed(3) }}
                        />
                      </li>
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
        )}
        <Chat game={game} />
      </main>
      <div class="start-bar">
        <p class="grow quiet">
          {creating
            ? 'Everybody goes back with you.'
            : 'Whoever made the session can take everybody back to the lobby.'}
        </p>
        <button type="button" class="button" onClick={() => store.leave()}>
          <Icon name="exit" /> Leave
        </button>
        {creating && (
          <button type="button" class="button primary" onClick={() => game.returnToLobby()}>
            Back to the lobby
          </button>
        )}
      </div>
    </div>
  );
}
