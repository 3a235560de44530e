import { useId, useState } from 'preact/hooks';
import type { AppStore } from '../app/store.js';
import { difficultyWords, scenarios } from '../model/catalog.js';
import { utf8Length } from '../model/text.js';
import { Notice, TextField } from '../ui/controls.js';
import { Dialog } from '../ui/dialog.js';

/** Makes a session: its name, its scenario and how hard it shall be. */
export function CreateSession({ store, onClose }: { store: AppStore; onClose: () => void }) {
  const id = useId();
  const [name, setName] = useState(() => `${store.identity.value?.name ?? 'New'}'s crew`);
  const offered = scenarios.value;
  const [chosen, setScenario] = useState<string | null>(null);
  const scenario = chosen ?? offered?.[0]?.id ?? '';
  const [difficulty, setDifficulty] = useState(2);
  const [maxShips, setMaxShips] = useState(1);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const trimmed = name.trim();
  const nameProblem = utf8Length(trimmed) > 64 ? 'That is too long.' : null;
  const words = difficultyWords(difficulty);
  const submit = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    const failed = await store.create({ name: trimmed, scenario, difficulty, maxShips, password });
    setBusy(false);
    if (failed) setProblem(failed);
  };
  return (
    <Dialog title="New session" onClose={onClose}>
      <form
        class="stack loose"
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed && !nameProblem && !busy) void submit();
        }}
      >
        <TextField label="Name" value={name} onInput={setName} problem={nameProblem} autoFocus />
        <fieldset>
          <legend class="field-legend">Scenario</legend>
          {!offered && <p class="faint">Asking the server what there is to play.</p>}
          <div class="scenario-grid">
            {offered?.map((entry) => (
              <label key={entry.id} class="scenario-card">
                <input
                  type="radio"
                  name={`${id}-scenario`}
                  value={entry.id}
                  checked={entry.id === scenario}
                  onChange={() => setScenario(entry.id)}
                />
                <span class="spread">
                  <strong>{entry.name}</strong>
                  <span class="faint crew-hint">{entry.crew}</span>
                </span>
                <span class="quiet">{entry.description}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="two-columns">
          <div class="field">
            <label class="label" for={`${id}-difficulty`}>
              Difficulty
            </label>
            <input
              id={`${id}-difficulty`}
              class="range"
              type="range"
              min={1}
              max={11}
              value={difficulty}
              aria-valuetext={`${difficulty}, ${words.name}`}
              onInput={(event) => setDifficulty(Number(event.currentTarget.value))}
            />
            <span>
              <strong>
                {difficulty} · {words.name}
              </strong>
              <span class="hint block">{words.description}</span>
            </span>
          </div>
          <div class="field">
            <label class="label" for={`${id}-ships`}>
              Ships
            </label>
            <input
              id={`${id}-ships`}
              class="range"
              type="range"
              min={1}
              max={8}
              value={maxShips}
              aria-valuetext={`${maxShips} ships`}
              onInput={(event) => setMaxShips(Number(event.currentTarget.value))}
            />
            <span>
              <strong>{maxShips === 1 ? '1 ship' : `Up to ${maxShips} ships`}</strong>
              <span class="hint block">Six consoles each. Where nobody sits, the computer helps out.</span>
            </span>
          </div>
        </div>
        <TextField
          label="Password"
          type="password"
          autoComplete="new-password"
          value={password}
          onInput={setPassword}
          hint="Leave it empty to let anybody in."
        />
        {problem && <Notice kind="alert">{problem}</Notice>}
        <div class="dialog-foot">
          <button type="button" class="button ghost" onClick={onClose}>
            Cancel
          </button>
          <button
            type="submit"
            class="button primary"
            disabled={!trimmed || !scenario || nameProblem !== null || busy}
          >
            {busy && <span class="spinner" aria-hidden="true" />}
            {busy ? 'Preparing the game' : 'Create'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
