import { Ordnance, TubeState } from '@artemis/client/protocol';
import { ordnanceName, systemName } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { shipSystems, statusOf } from '../model/systems.js';
import { percent } from '../model/units.js';
import { Meter } from '../ui/controls.js';
import { FlightReadouts, ShipMeters } from './ship-readouts.js';

/** How the own ship is, to be read from across the room. */
export function StatusView({ game }: { game: GameModel }) {
  return (
    <div class="status-view">
      <section class="panel" aria-label="Flight">
        <div class="body stack loose">
          <FlightReadouts game={game} />
          <ShipMeters game={game} />
        </div>
      </section>
      <section class="panel" aria-label="Systems">
        <header>
          <h2 class="eyebrow">Systems</h2>
        </header>
        <div class="body status-systems">
          {shipSystems.map((system) => {
            const status = statusOf(game.systems, system);
            const effect = (status?.power ?? 0) * (status?.health ?? 0);
            return (
              <Meter
                key={system}
                label={systemName(system)}
                value={status?.health ?? 0}
                max={1}
                warnBelow={0.75}
                text={`${percent(status?.health ?? 0)} fit, effect ${percent(effect)}`}
              />
            );
          })}
        </div>
      </section>
      <Stores game={game} />
    </div>
  );
}

function Stores({ game }: { game: GameModel }) {
  const stores = game.tubes;
  const counts: readonly (readonly [string, number])[] = [
    [ordnanceName(Ordnance.Homing), stores?.homing ?? 0],
    [ordnanceName(Ordnance.Nuke), stores?.nukes ?? 0],
    [ordnanceName(Ordnance.Mine), stores?.mines ?? 0],
    [ordnanceName(Ordnance.Emp), stores?.emps ?? 0],
    [ordnanceName(Ordnance.PShock), stores?.pshocks ?? 0],
  ];
  const tubes = stores?.tubes ?? [];
  const loaded = tubes.filter(({ state }) => state === TubeState.Loaded).length;
  return (
    <section class="panel status-weapons" aria-label="Weapons">
      <header>
        <h2 class="eyebrow">Ordnance in store</h2>
        <span class="quiet">
          {loaded} of {tubes.length} tubes loaded
        </span>
      </header>
      <dl class="body status-stores">
        {counts.map(([name, count]) => (
          <div key={name} class="readout">
            <dt class="quiet">{name}</dt>
            <dd class={`readout-value ${count === 0 ? 'none' : ''}`}>{count}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
