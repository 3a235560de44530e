import { Ordnance, TubeState } from '@artemis/client/protocol';
import { ordnanceName, tubeWords } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';

/** What is in the tubes and in store. */
export function StatusWeapons({ game }: { game: GameModel }) {
  const stores = game.tubes;
  const counts: readonly (readonly [string, number])[] = [
    [ordnanceName(Ordnance.Homing), stores?.homing ?? 0],
    [ordnanceName(Ordnance.Nuke), stores?.nukes ?? 0],
    [ordnanceName(Ordnance.Mine), stores?.mines ?? 0],
    [ordnanceName(Ordnance.Emp), stores?.emps ?? 0],
    [ordnanceName(Ordnance.PShock), stores?.pshocks ?? 0],
  ];
  const tubes = stores?.tubes ?? [];
  return (
    <section class="panel" aria-label="Weapons">
      <header>
        <h2 class="eyebrow">Tubes and stores</h2>
      </header>
      <div class="body stack loose">
        <ul class="status-tubes">
          {tubes.map((tube, index) => (
            <li key={index} class="spread">
              <span class="quiet">Tube {index + 1}</span>
              <span
                class={`tag ${tube.state === TubeState.Loaded ? 'good' : tube.state === TubeState.Empty ? '' : 'amber'}`}
              >
                {tubeWords(tube)}
              </span>
            </li>
          ))}
        </ul>
        <dl class="status-stores">
          {counts.map(([name, count]) => (
            <div key={name} class={`readout ${count === 0 ? 'none' : ''}`}>
              <dt class="eyebrow">{name}</dt>
              <dd class="readout-value">{count}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
