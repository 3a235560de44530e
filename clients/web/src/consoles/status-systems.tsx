import type { ShipSystem, SystemStatus } from '@artemis/client/protocol';
import { systemName } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { effectOf, shipSystems, statusOf } from '../model/systems.js';
import { percent } from '../model/units.js';

/** A healthy system at full power. */
const most = 3;

/** The eight systems: what each can do, and why not more. */
export function StatusSystems({ game }: { game: GameModel }) {
  const systems = game.systems;
  return (
    <section class="panel" aria-label="Systems">
      <header>
        <h2 class="eyebrow">Systems</h2>
        <span class="faint">Effect is power times health</span>
      </header>
      <ul class="body status-systems">
        {shipSystems.map((system) => (
          <SystemCard
            key={system}
            system={system}
            status={statusOf(systems, system)}
            effect={effectOf(systems, system)}
          />
        ))}
      </ul>
    </section>
  );
}

function SystemCard({
  system,
  status,
  effect,
}: {
  system: ShipSystem;
  status: SystemStatus | undefined;
  effect: number;
}) {
  const health = status?.health ?? 1;
  const heat = status?.heat ?? 0;
  const state = health < 0.4 ? 'low' : health < 0.75 ? 'warn' : '';
  return (
    <li class={`status-system meter ${state}`}>
      <h3 class="eyebrow clip">{systemName(system)}</h3>
      <span class="status-figure">{percent(effect)}</span>
      <div
        class="bar"
        role="meter"
        aria-label={`${systemName(system)} effect`}
        aria-valuemin={0}
        aria-valuemax={most * 100}
        aria-valuenow={Math.round(effect * 100)}
        style={{ '--share': (effect / most).toFixed(3) }}
      />
      <span class="spread status-detail">
        <span class="quiet">Health {percent(health)}</span>
        <span class={heat >= 0.6 ? 'tag alert' : 'faint'}>Heat {percent(heat)}</span>
      </span>
    </li>
  );
}
