import { Console, type ShipSystem, type SystemStatus } from '@artemis/client/protocol';
import { useMemo, useRef, useState } from 'preact/hooks';
import { systemName } from '../model/catalog.js';
import type { GameModel } from '../model/game.js';
import { throttle, useOrdered } from '../model/ordered.js';
import { powerPresets, shipSystems, statusOf } from '../model/systems.js';
import { percent, whole } from '../model/units.js';
import { Icon } from '../ui/icon.js';
import { Lever } from '../ui/lever.js';
import { DeckPlan } from './deck-plan.js';
import { ShieldMeters } from './ship-readouts.js';

const coolantInAll = 8;

/** Power, coolant and repairs. */
export function Engineering({ game }: { game: GameModel }) {
  const mine = game.holds(Console.Engineering);
  const [team, setTeam] = useState<number | null>(null);
  const systems = game.systems;
  const used = shipSystems.reduce((sum, system) => sum + (statusOf(systems, system)?.orderedCoolant ?? 0), 0);
  return (
    <div class="engineering">
      <section class="panel" aria-label="Systems">
        <header>
          <span class="eyebrow">Power, coolant and heat</span>
          <div class="row presets">
            <span class="quiet">
              Coolant left <strong>{coolantInAll - used}</strong>
            </span>
            {powerPresets.map((preset) => (
              <button
                key={preset.name}
                type="button"
                class="button small"
                title={preset.hint}
                disabled={!mine}
                onClick={() => game.orders.setAll(preset.percent, preset.coolant)}
              >
                {preset.name}
              </button>
            ))}
          </div>
        </header>
        <ul class="body systems">
          {shipSystems.map((system) => (
            <SystemColumn
              key={system}
              game={game}
              system={system}
              status={statusOf(systems, system)}
              coolantLeft={coolantInAll - used}
              disabled={!mine}
            />
          ))}
        </ul>
      </section>
      <div class="engineering-side">
        <section class="panel" aria-label="Energy">
          <div class="body stack">
            <EnergyBalance game={game} />
            <ShieldMeters game={game} />
          </div>
        </section>
        <section class="panel" aria-label="Damage control">
          <header>
            <span class="eyebrow">Damage control</span>
          </header>
          <div class="body stack">
            <DeckPlan
              systems={systems}
              onChoose={
                mine && team !== null
                  ? (system) => {
                      game.orders.sendTeam(team, system);
                      setTeam(null);
                    }
                  : undefined
              }
            />
            <ul class="teams">
              {(systems?.teams ?? []).map((entry, index) => (
                <li key={index}>
                  <button
                    type="button"
                    class="button small amber"
                    aria-pressed={team === index}
                    disabled={!mine}
                    onClick={() => setTeam(team === index ? null : index)}
                  >
                    Team {index + 1}
                  </button>
                  <span class="grow quiet clip">
                    {entry.idle
                      ? `Waiting at ${systemName(entry.system)}`
                      : entry.progress >= 1
                        ? `At ${systemName(entry.system)}`
                        : `To ${systemName(entry.system)}, ${percent(entry.progress)}`}
                  </span>
                  <label class="check small" title="Finds work by itself">
                    <input
                      type="checkbox"
                      checked={entry.autonomous}
                      disabled={!mine}
                      onChange={(event) => game.orders.setAutonomous(index, event.currentTarget.checked)}
                    />
                    Auto
                  </label>
                </li>
              ))}
            </ul>
            <p class="faint small-print">
              {team === null ? 'Choose a team, then where it shall go.' : `Where shall team ${team + 1} go?`}
            </p>
          </div>
        </section>
      </div>
    </div>
  );
}

function SystemColumn(props: {
  game: GameModel;
  system: ShipSystem;
  status: SystemStatus | undefined;
  coolantLeft: number;
  disabled: boolean;
}) {
  const { game, system, status, disabled } = props;
  const name = systemName(system);
  const send = useMemo(
    () => throttle(80, (value: number) => game.orders.setPower(system, value)),
    [game, system],
  );
  const [power, setPower] = useOrdered(status?.orderedPower ?? 100, send);
  const [coolant, setCoolant] = useOrdered(status?.orderedCoolant ?? 0, (value) =>
    game.orders.setCoolant(system, value),
  );
  const heat = status?.heat ?? 0;
  const health = status?.health ?? 1;
  const trend = useTrend(heat, game.tick.value);
  const effect = (status?.power ?? 1) * health;
  const heatState = heat >= 0.9 ? 'low' : heat >= 0.6 ? 'warn' : '';
  return (
    <li class={`system ${heat >= 0.9 ? 'hot' : ''}`}>
      <h3 class="clip" title={name}>
        {name}
      </h3>
      <span class="system-effect" title="Effect: power times health">
        {percent(effect)}
        <span class="eyebrow">Effect</span>
      </span>
      <Lever
        label={`${name} power`}
        orientation="vertical"
        value={power}
        actual={(status?.power ?? 1) * 100}
        min={0}
        max={300}
        step={5}
        format={(value) => `${value} %`}
        onChange={(value) => setPower(Math.round(value))}
        disabled={disabled}
      />
      <span class="system-power">
        <output>{Math.round(power)} %</output>
        <span class="eyebrow">Power</span>
      </span>
      <div
        class={`system-bar heat ${heatState}`}
        role="meter"
        aria-label={`${name} heat`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(heat * 100)}
      >
        <span class="system-bar-fill" style={{ '--share': heat.toFixed(3) }} />
        <span class="system-bar-text">
          Heat {percent(heat)} {trend > 0 ? '▲' : trend < 0 ? '▼' : ''}
        </span>
      </div>
      <div
        class={`system-bar health ${health < 0.4 ? 'low' : health < 0.75 ? 'warn' : ''}`}
        role="meter"
        aria-label={`${name} health`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(health * 100)}
      >
        <span class="system-bar-fill" style={{ '--share': health.toFixed(3) }} />
        <span class="system-bar-text">Health {percent(health)}</span>
      </div>
      <div class="coolant" role="group" aria-label={`${name} coolant`}>
        <button
          type="button"
          class="button small icon-only"
          aria-label={`Less coolant for ${name}`}
          disabled={disabled || coolant === 0}
          onClick={() => setCoolant((now) => Math.max(0, now - 1))}
        >
          <Icon name="zoomOut" />
        </button>
        <output>
          <span class="eyebrow">Coolant</span>
          {coolant}
        </output>
        <button
          type="button"
          class="button small icon-only"
          aria-label={`More coolant for ${name}`}
          disabled={disabled || coolant === 8 || props.coolantLeft <= 0}
          onClick={() => setCoolant((now) => Math.min(8, now + 1))}
        >
          <Icon name="plus" />
        </button>
      </div>
    </li>
  );
}

/** Whether a value rises (1), falls (−1) or stays, over about a second. */
function useTrend(value: number, tick: number): -1 | 0 | 1 {
  const past = useRef({ tick, value, trend: 0 as -1 | 0 | 1 });
  if (tick - past.current.tick >= 20 || tick < past.current.tick) {
    const change = value - past.current.value;
    past.current = { tick, value, trend: Math.abs(change) < 0.002 ? 0 : change > 0 ? 1 : -1 };
  }
  return past.current.trend;
}

function EnergyBalance({ game }: { game: GameModel }) {
  const energy = game.ship?.energy ?? 0;
  const balance = game.systems?.energyBalance ?? 0;
  const left = balance < -0.05 ? energy / -balance : undefined;
  return (
    <div class="energy">
      <span class="eyebrow">Energy</span>
      <span class="energy-figure">{whole(energy)}</span>
      <span class={balance < 0 ? 'tag amber' : 'tag good'}>
        {balance >= 0 ? '+' : '−'}
        {Math.abs(balance).toFixed(1)} /s
      </span>
      <span class="faint">
        {left === undefined ? 'In balance' : `Lasts ${Math.floor(left / 60)} min ${Math.round(left % 60)} s`}
      </span>
    </div>
  );
}
