import { useId, useState } from 'preact/hooks';
import { difficultyWords, scenarioInfo, scenarios } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { TextField } from '../ui/controls.js';
import { Dialog } from '../ui/dialog.js';

/** Changes a session in the lobby. */
export function ConfigureSession({ game, onClose }: { game: GameModel; onClose: () => void }) {
  const id = useId();
  const session = game.session.value!;
  const offered = scenarios.value ?? [scenarioInfo(session.scenario)];
  const [scenario, setScenario] = useState(session.scenario);
  const [difficulty, setDifficulty] = useState(session.difficulty);
  const [maxShips, setMaxShips] = useState(session.maxShips);
  const [changePassword, setChangePassword] = useState(false);
  const [password, setPassword] = useState('');
  return (
    <Dialog title="Change the session" onClose={onClose} narrow>
      <form
        class="stack loose"
        onSubmit={(event) => {
          event.preventDefault();
          game.configure({ scenario, difficulty, maxShips, ...(changePassword ? { password } : {}) });
          onClose();
        }}
      >
        <div class="field">
          <label class="label" for={`${id}-scenario`}>
            Scenario
          </label>
          <select
            id={`${id}-scenario`}
            class="input"
            value={scenario}
            onChange={(event) => setScenario(event.currentTarget.value)}
          >
            {offered.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.name}
              </option>
            ))}
          </select>
          <span class="hint">{scenarioInfo(scenario).description}</span>
        </div>
        <div class="field">
          <label class="label" for={`${id}-difficulty`}>
            Difficulty: {difficulty}, {difficultyWords(difficulty).name}
          </label>
          <input
            id={`${id}-difficulty`}
            class="range"
            type="range"
            min={1}
            max={11}
            value={difficulty}
            onInput={(event) => setDifficulty(Number(event.currentTarget.value))}
          />
        </div>
        <div class="field">
          <label class="label" for={`${id}-ships`}>
            Ships: {maxShips}
          </label>
          <input
            id={`${id}-ships`}
            class="range"
            type="range"
            min={1}
            max={8}
            value={maxShips}
            onInput={(event) => setMaxShips(Number(event.currentTarget.value))}
          />
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={changePassword}
            onChange={(event) => setChangePassword(event.currentTarget.checked)}
          />
          Change the password
        </label>
        {changePassword && (
          <TextField
            label="New password"
            type="password"
            value={password}
            onInput={setPassword}
            hint="Empty: anybody may come in."
          />
        )}
        <div class="dialog-foot">
          <button type="button" class="button ghost" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            Change
          </button>
        </div>
      </form>
    </Dialog>
  );
}
