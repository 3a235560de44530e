import { GameState, type SessionSummary } from '@artemis/client/protocol';
import { useState } from 'preact/hooks';
import type { AppStore } from '../app/store.js';
import { loadSeat } from '../app/storage.js';
import { difficultyWords, scenarioInfo } from '../model/catalog.js';
import { ago } from '../model/units.js';
import { Empty, Segmented, TextField } from '../ui/controls.js';
import { Icon } from '../ui/icon.js';
import { CreateSession } from './create-session.js';
import { Difficulty } from './difficulty.js';
import { PageHead } from './page-head.js';
import { CrewNotes } from './side-notes.js';

type StateFilter = 'all' | 'lobby' | 'running';

/** The list of sessions: find one or make one. */
export function Sessions({ store }: { store: AppStore }) {
  const [creating, setCreating] = useState(false);
  const [search, setSearch] = useState('');
  const [state, setState] = useState<StateFilter>('all');
  const [onlyFree, setOnlyFree] = useState(false);
  const sessions = store.sessions.value;
  const own = loadSeat(store.playerId.value ?? '')?.sessionId;
  const shown = sessions?.filter(
    (session) =>
      session.name.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()) &&
      (state === 'all' || session.state === (state === 'lobby' ? GameState.Lobby : GameState.Running)) &&
      (!onlyFree || session.id === own || session.players < session.maxPlayers),
  );
  return (
    <div class="page">
      <PageHead store={store} />
      <main class="page-body with-notes">
        <div class="page-main">
          <div class="spread wrap">
            <div>
              <h1>Sessions</h1>
              <p class="quiet">Join a crew, or make a session and send your friends the link.</p>
            </div>
            <button type="button" class="button primary" onClick={() => setCreating(true)}>
              <Icon name="plus" /> New session
            </button>
          </div>
          <div class="filters" role="search">
            <div class="grow">
              <TextField
                label="Find a session"
                hideLabel
                type="search"
                value={search}
                onInput={setSearch}
                placeholder="Find by name"
              />
            </div>
            <Segmented
              label="State"
              value={state}
              onChange={setState}
              options={[
                { value: 'all', label: 'All' },
                { value: 'lobby', label: 'In the lobby' },
                { value: 'running', label: 'Under way' },
              ]}
            />
            <label class="check">
              <input
                type="checkbox"
                checked={onlyFree}
                onChange={(event) => setOnlyFree(event.currentTarget.checked)}
              />
              Free seats only
            </label>
          </div>
          <section class="panel" aria-label="Sessions">
            {shown === undefined ? (
              <div class="empty" role="status">
                <span class="spinner" aria-hidden="true" />
                Looking for sessions
              </div>
            ) : shown.length === 0 ? (
              sessions!.length === 0 ? (
                <Empty icon="ship" title="No session yet">
                  <p>Make the first one; your friends join by its link or find it here.</p>
                  <button type="button" class="button primary" onClick={() => setCreating(true)}>
                    <Icon name="plus" /> New session
                  </button>
                </Empty>
              ) : (
                <Empty icon="filter" title="None of them fits">
                  <p>{sessions!.length} more without these filters.</p>
                  <button
                    type="button"
                    class="button"
                    onClick={() => {
                      setSearch('');
                      setState('all');
                      setOnlyFree(false);
                    }}
                  >
                    Show all
                  </button>
                </Empty>
              )
            ) : (
              <ul class="session-list">
                {shown.map((session) => (
                  <SessionRow
                    key={session.id}
                    session={session}
                    seated={session.id === own}
                    onJoin={() => store.go({ page: 'session', id: session.id })}
                  />
                ))}
              </ul>
            )}
          </section>
        </div>
        <CrewNotes />
      </main>
      {creating && <CreateSession store={store} onClose={() => setCreating(false)} />}
    </div>
  );
}

/** One session; who is `seated` has a seat there that waits, however full it is. */
function SessionRow(props: { session: SessionSummary; seated: boolean; onJoin: () => void }) {
  const { session, seated } = props;
  const full = !seated && session.players >= session.maxPlayers;
  const running = session.state === GameState.Running;
  return (
    <li class="session-row">
      <div class="session-title">
        <span class="row tight">
          <strong class="clip">{session.name}</strong>
          {session.locked && (
            <span class="faint" title="Asks for a password">
              <Icon name="lock" />
              <span class="hidden-label">Asks for a password</span>
            </span>
          )}
        </span>
        <span class="faint clip">
          {session.creator ? `by ${session.creator}` : 'A recording'},{' '}
          {ago(session.createdAt, Date.now() / 1000)}
        </span>
      </div>
      <div class="session-scenario">
        <span class="clip">{scenarioInfo(session.scenario).name}</span>
        <span class="row tight faint">
          <Difficulty value={session.difficulty} /> {difficultyWords(session.difficulty).name}
        </span>
      </div>
      <div class="session-counts">
        <span class="session-count" title="Ships with a crew">
          <Icon name="ship" /> {session.ships}
          <span class="faint"> of {session.maxShips}</span>
          <span class="hidden-label"> ships have a crew</span>
        </span>
        <span class="session-count" title="Players">
          <Icon name="crew" /> {session.players}
          <span class="faint"> of {session.maxPlayers}</span>
          <span class="hidden-label"> players</span>
        </span>
      </div>
      <span class="session-state">
        {running ? (
          <span class="tag good">Under way</span>
        ) : session.state === GameState.Results ? (
          <span class="tag">Results</span>
        ) : (
          <span class="tag ice">In the lobby</span>
        )}
      </span>
      <button
        type="button"
        class="button"
        disabled={full}
        onClick={props.onJoin}
        aria-label={seated ? `Go back to ${session.name}` : `Join ${session.name}`}
      >
        {full ? 'Full' : seated ? 'Go back' : 'Join'}
      </button>
    </li>
  );
}
