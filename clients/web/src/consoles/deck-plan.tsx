import { ShipSystem, type ShipSystems } from '@artemis/client/protocol';
import { systemName } from '../model/catalog.js';
import { statusOf } from '../model/systems.js';

const rooms: readonly {
  readonly system: ShipSystem;
  readonly x: number;
  readonly y: number;
  readonly w: number;
}[] = [
  { system: ShipSystem.ForeShields, x: 104, y: 22, w: 92 },
  { system: ShipSystem.Beams, x: 80, y: 58, w: 66 },
  { system: ShipSystem.Torpedoes, x: 150, y: 58, w: 72 },
  { system: ShipSystem.Sensors, x: 104, y: 94, w: 92 },
  { system: ShipSystem.Maneuvering, x: 64, y: 130, w: 84 },
  { system: ShipSystem.Warp, x: 152, y: 130, w: 84 },
  { system: ShipSystem.Impulse, x: 88, y: 166, w: 124 },
  { system: ShipSystem.AftShields, x: 104, y: 202, w: 92 },
];

const labels: Record<number, string> = {
  [ShipSystem.ForeShields]: 'Fore shields',
  [ShipSystem.AftShields]: 'Aft shields',
  [ShipSystem.Maneuvering]: 'Maneuver',
  [ShipSystem.Torpedoes]: 'Torpedo',
};

/** The ship from above with the rooms of her systems, and the teams where they are. */
export function DeckPlan(props: {
  systems: ShipSystems | undefined;
  onChoose: ((system: ShipSystem) => void) | undefined;
}) {
  const teams = props.systems?.teams ?? [];
  return (
    <div class="deck">
      <svg viewBox="0 0 300 246" aria-hidden="true" focusable="false">
        <path
          class="deck-hull"
          d="M150 4 L206 44 L226 112 L262 146 L262 206 L214 196 L196 240 L104 240 L86 196 L38 206 L38 146 L74 112 L94 44 Z"
        />
      </svg>
      {rooms.map((room) => {
        const health = statusOf(props.systems, room.system)?.health ?? 1;
        const here = teams
          .map((team, index) => ({ team, index }))
          .filter(({ team }) => team.system === room.system);
        const state = health < 0.4 ? 'low' : health < 0.99 ? 'warn' : 'fit';
        return (
          <button
            key={room.system}
            type="button"
            class={`room ${state}`}
            style={{
              left: `${(room.x / 300) * 100}%`,
              top: `${(room.y / 246) * 100}%`,
              width: `${(room.w / 300) * 100}%`,
            }}
            disabled={!props.onChoose}
            title={systemName(room.system)}
            onClick={() => props.onChoose?.(room.system)}
          >
            <span class="clip">{labels[room.system] ?? systemName(room.system)}</span>
            <span class="hidden-label">, health {Math.round(health * 100)} percent</span>
            <span class="room-teams">
              {here.map(({ team, index }) => (
                <i key={index} class={team.idle ? 'idle' : team.progress >= 1 ? 'there' : ''}>
                  <span class="hidden-label">, team </span>
                  {index + 1}
                </i>
              ))}
            </span>
          </button>
        );
      })}
    </div>
  );
}
