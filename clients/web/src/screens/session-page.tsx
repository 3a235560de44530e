import type { LinkState } from '@artemis/client';
import { GameState } from '@artemis/client/protocol';
import { useState } from 'preact/hooks';
import type { AppStore } from '../app/store.js';
import type { GameModel } from '../model/game.js';
import { Notice, TextField } from '../ui/controls.js';
import { Bridge } from './bridge.js';
import { LinkEnded } from './link-notice.js';
import { Lobby } from './lobby.js';
import { Results } from './results.js';
import { PageHead } from './page-head.js';

/** One session, from the door to its results. */
export function SessionPage({ store }: { store: AppStore }) {
  const game = store.game.value;
  if (!game) return <Door store={store} />;
  if (game.link.value.phase === 'ended') return <LinkEnded store={store} link={game.link.value} />;
  if (!game.session.value) return <Waiting store={store} text={wayIn(game.link.value)} />;
  return <Stage store={store} game={game} />;
}

const wayIn = ({ phase }: LinkState): string =>
  phase === 'disconnected' || phase === 'reconnecting'
    ? 'The game does not answer. Trying again.'
    : 'Coming aboard';

function Stage({ store, game }: { store: AppStore; game: GameModel }) {
  switch (game.session.value!.gameState) {
    case GameState.Running:
      return <Bridge store={store} game={game} />;
    case GameState.Results:
    case GameState.Closed:
      return <Results store={store} game={game} />;
    default:
      return <Lobby store={store} game={game} />;
  }
}

function Waiting({ store, text }: { store: AppStore; text: string }) {
  return (
    <div class="page">
      <PageHead store={store} />
      <main class="page-body centred">
        <div class="empty">
          <div class="waiting" role="status">
            <span class="spinner big" aria-hidden="true" />
            {text}
          </div>
          <button type="button" class="button" onClick={() => store.go({ page: 'sessions' })}>
            Back to the list
          </button>
        </div>
      </main>
    </div>
  );
}

function Door({ store }: { store: AppStore }) {
  const [password, setPassword] = useState('');
  const entry = store.entry.value;
  const route = store.route.value;
  const listed = store.sessions.value?.find(({ id }) => route.page === 'session' && id === route.id);
  if (entry.state === 'idle' || entry.state === 'entering')
    return <Waiting store={store} text="Asking for a seat" />;
  return (
    <div class="page">
      <PageHead store={store} />
      <main class="page-body centred">
        <section class="panel door">
          {entry.state === 'password' ? (
            <form
              class="body stack"
              onSubmit={(event) => {
                event.preventDefault();
                void store.enter(password);
              }}
            >
              <div>
                {listed && <span class="eyebrow">{listed.name}</span>}
                <h1>This session has a password</h1>
              </div>
              <p class="quiet">Ask {listed?.creator || 'whoever sent you the link'} for it.</p>
              <TextField
                label="Password"
                type="password"
                autoComplete="off"
                autoFocus
                value={password}
                onInput={setPassword}
                problem={entry.wrong ? 'That is not the password.' : null}
              />
              <div class="dialog-foot">
                <button type="button" class="button ghost" onClick={() => store.go({ page: 'sessions' })}>
                  Back to the list
                </button>
                <button type="submit" class="button primary" disabled={password === ''}>
                  Enter
                </button>
              </div>
            </form>
          ) : (
            <div class="body stack">
              <h1>{entry.gone ? 'Nobody is here any more' : 'You could not come aboard'}</h1>
              <Notice kind={entry.gone ? 'info' : 'alert'}>{entry.message}</Notice>
              <div class="dialog-foot">
                {!entry.gone && (
                  <button type="button" class="button" onClick={() => void store.enter()}>
                    Try again
                  </button>
                )}
                <button type="button" class="button primary" onClick={() => store.go({ page: 'sessions' })}>
                  Back to the list
                </button>
              </div>
            </div>
          )}
        </section>
      </main>
    </div>
  );
}
