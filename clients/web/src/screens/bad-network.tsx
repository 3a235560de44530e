import { useId, useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';

/** Makes the network of this page worse on purpose, to see how the game bears it. */
export function BadNetwork({ game }: { game: GameModel }) {
  const [{ latencyMs, jitterMs }, setConditions] = useState(game.conditioner.conditions);
  const change = (next: Partial<{ latencyMs: number; jitterMs: number }>): void => {
    game.conditioner.conditions = { ...game.conditioner.conditions, ...next };
    setConditions(game.conditioner.conditions);
  };
  return (
    <>
      <header>
        <h2 class="eyebrow">Try a bad network</h2>
      </header>
      <div class="body stack">
        <Slider
          label="More latency"
          value={latencyMs}
          max={500}
          onInput={(value) => change({ latencyMs: value })}
        />
        <Slider
          label="More jitter"
          value={jitterMs}
          max={150}
          onInput={(value) => change({ jitterMs: value })}
        />
        <div class="two-columns tight">
          <button type="button" class="button small" onClick={() => game.conditioner.stall(300)}>
            Stall 300 ms
          </button>
          <button type="button" class="button small danger" onClick={() => game.conditioner.disconnect()}>
            Cut the line
          </button>
        </div>
        <p class="faint small-print">
          Only this page is concerned. A line that was cut comes back by itself.
        </p>
      </div>
    </>
  );
}

function Slider(props: { label: string; value: number; max: number; onInput: (value: number) => void }) {
  const id = useId();
  return (
    <div class="field">
      <div class="spread">
        <label class="quiet" for={id}>
          {props.label}
        </label>
        <output for={id}>{props.value} ms</output>
      </div>
      <input
        id={id}
        class="range"
        type="range"
        min={0}
        max={props.max}
        step={10}
        value={props.value}
        aria-valuetext={`${props.value} milliseconds`}
        onInput={(event) => props.onInput(Number(event.currentTarget.value))}
      />
    </div>
  );
}
