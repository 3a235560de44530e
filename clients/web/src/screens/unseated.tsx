import { useEffect } from 'preact/hooks';
import type { AppStore } from '../app/store.js';
import { toast } from '../app/toasts.js';
import { consoles, scenarioInfo, shipClassName } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { crewOf, holderOf, shipsToBoard } from '../model/seats.js';
import { Icon } from '../ui/icon.js';
import { Chat } from './chat.js';
import { LinkStrip } from './link-notice.js';
import { PageHead } from './page-head.js';
import { WatchingNotes } from './side-notes.js';

/** For who comes to a recording: the ships that can be watched from. */
export function Boarding({ store, game }: { store: AppStore; game: GameModel }) {
  const session = game.session.value!;
  const only = session.ships.length === 1 ? session.ships[0]!.ship : undefined;
  useEffect(() => {
    if (only !== undefined) game.watch(only);
  }, [game, only]);
  return (
    <div class="page">
      <PageHead store={store} />
      <LinkStrip game={game} />
      <main class="page-body with-notes">
        <div class="page-main">
          <div class="spread wrap">
            <div>
              <span class="eyebrow">{scenarioInfo(session.scenario).name}</span>
              <h1>{session.name}</h1>
              <p class="quiet">A recording. Choose the ship to watch from; you can change her at any time.</p>
            </div>
            <button type="button" class="button ghost" onClick={() => store.leave()}>
              <Icon name="exit" /> Leave
            </button>
          </div>
          <ul class="ship-grid">
            {session.ships.map((ship) => (
              <li key={ship.ship} class="panel ship-card">
                <header>
                  <div class="grow">
                    <h2 class="clip">{ship.name}</h2>
                    <p class="faint">{shipClassName(ship.shipClass)}</p>
                  </div>
                  <button
                    type="button"
                    class="button primary"
                    aria-label={`Watch from ${ship.name}`}
                    onClick={() =>
                      !game.watch(ship.ship) && toast(`Every place aboard ${ship.name} is taken.`)
                    }
                  >
                    <Icon name="play" /> Watch
                  </button>
                </header>
              </li>
            ))}
          </ul>
        </div>
        <WatchingNotes />
      </main>
    </div>
  );
}

/** For who comes into a game that runs, or whose ship is lost there: ships and their free consoles. */
export function Unseated(props: { store: AppStore; game: GameModel; onWatch?: (() => void) | undefined }) {
  const { store, game, onWatch } = props;
  const session = game.session.value!;
  return (
    <div class="page">
      <PageHead store={store} />
      <LinkStrip game={game} />
      <main class="page-body">
        <div class="spread wrap">
          <div>
            <span class="eyebrow">
              {session.name}, {scenarioInfo(session.scenario).name}
            </span>
            <h1>{onWatch ? 'Your ship is lost' : 'The game is under way'}</h1>
            <p class="quiet">
              Choose a console that is free, and you are in. The computer works it until then.
            </p>
          </div>
          <div class="row">
            {onWatch && (
              <button type="button" class="button" onClick={onWatch}>
                Watch the battle
              </button>
            )}
            <button type="button" class="button ghost" onClick={() => store.leave()}>
              <Icon name="exit" /> Leave
            </button>
          </div>
        </div>
        <ul class="ship-grid">
          {shipsToBoard(session, game.playerId, game.lostShips.value).map((ship) => (
            <li key={ship.ship} class="panel ship-card">
              <header>
                <div class="grow">
                  <h2 class="clip">{ship.name}</h2>
                  <p class="faint">
                    {shipClassName(ship.shipClass)}
                    {crewOf(session, ship.ship).length === 0 && ', flown by the computer'}
                  </p>
                </div>
              </header>
              <ul class="seats">
                {consoles.map((info) => {
                  const holder = holderOf(session, ship.ship, info.id);
                  return (
                    <li key={info.id}>
                      <button
                        type="button"
                        class={`seat ${holder ? 'taken' : 'free'}`}
                        disabled={holder !== undefined}
                        title={info.duty}
                        onClick={() => game.selectConsole(ship.ship, info.id, false)}
                      >
                        <Icon name={info.icon} />
                        <span class="seat-text">
                          <span class="seat-name clip">{info.short}</span>
                          <span class="hidden-label"> of {ship.name}, </span>
                          <span class="seat-holder clip">{holder?.name ?? 'Free'}</span>
                          <span class="seat-duty" aria-hidden="true">
                            {info.duty}
                          </span>
                        </span>
                      </button>
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ul>
        <Chat game={game} />
      </main>
    </div>
  );
}
