import { Console, ShipSystem, SteeringMode } from '@artemis/client/protocol';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { throttle, useOrdered } from '../model/ordered.js';
import { effectOf } from '../model/systems.js';
import { bearing, distance, percent } from '../model/units.js';
import { useWatched } from '../model/watched.js';
import { Radar } from '../radar/radar.js';
import { Icon } from '../ui/icon.js';
import { Lever } from '../ui/lever.js';
import { nearestBase } from './nearest-base.js';
import { FlightReadouts, ShipMeters } from './ship-readouts.js';
import { useRange } from './use-range.js';
import { ContactList } from './contact-list.js';
import { Zoom } from './zoom.js';

const ranges = [1000, 2000, 5000, 10_000, 20_000] as const;
const step = Math.PI / 36;

/** Steers the ship: course by dragging on the radar, speed by lever. */
export function Helm({ game }: { game: GameModel }) {
  const [range, zoom] = useRange(ranges, 5000);
  const [marked, setMarked] = useState(0);
  const mine = game.holds(Console.Helm);
  const { orders } = game;
  const [confirmed, actualImpulse, facing] = useWatched(() => {
    const { motion, ship } = game;
    return [
      motion?.steering === SteeringMode.Course ? motion.course : undefined,
      ship?.impulse ?? 0,
      bearing(ship?.heading ?? 0),
    ];
  }, [game]);
  const sendCourse = useMemo(() => throttle(80, (course: number) => orders.setCourse(course)), [orders]);
  const sendImpulse = useMemo(() => throttle(80, (value: number) => orders.setImpulse(value)), [orders]);
  const [course, setCourse] = useOrdered<number | undefined>(
    confirmed,
    (value) => value !== undefined && sendCourse(value),
  );
  const [impulse, setImpulse] = useOrdered(actualImpulse, sendImpulse);

  useEffect(() => {
    if (!mine) return;
    const key = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      // There the arrows have a meaning of their own.
      if ((event.target as Element).closest?.('input, select, [role="log"]')) return;
      const turn = 2 * Math.PI;
      const heading = game.ship?.heading ?? 0;
      if (event.key === 'ArrowLeft') setCourse((now) => ((now ?? heading) - step + turn) % turn);
      else if (event.key === 'ArrowRight') setCourse((now) => ((now ?? heading) + step) % turn);
      else if (event.key === 'ArrowUp') setImpulse((now) => Math.min(1, now + 0.05));
      else if (event.key === 'ArrowDown') setImpulse((now) => Math.max(0, now - 0.05));
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  });

  return (
    <div class="helm">
      <section class="panel helm-state" aria-label="Flight">
        <div class="body stack loose">
          <FlightReadouts game={game} />
          <ShipMeters game={game} />
        </div>
        <ContactList game={game} title="Nearby" selectedId={marked} onSelect={setMarked} />
      </section>
      <div class="radar-area">
        <Radar
          game={game}
          label={`Radar to ${distance(range)} units. Heading ${facing}.`}
          range={range}
          onZoom={zoom}
          onSteer={mine ? setCourse : undefined}
          course={course}
          selectedId={marked}
        />
        <Zoom range={range} onZoom={zoom} />
        {mine && <p class="radar-hint">Drag on the radar, or use the arrow keys, to set a course</p>}
      </div>
      <section class="panel helm-drive" aria-label="Drive">
        <div class="body">
          <ImpulseLever value={impulse} onChange={setImpulse} disabled={!mine} />
          <WarpButtons game={game} disabled={!mine} />
        </div>
      </section>
      <section class="panel helm-manoeuvre" aria-label="Manoeuvres">
        <div class="body">
          <Climb game={game} disabled={!mine} />
          <ReverseAndDock game={game} disabled={!mine} />
        </div>
      </section>
    </div>
  );
}

function ImpulseLever(props: { value: number; onChange: (value: number) => void; disabled: boolean }) {
  return (
    <div class="drive-column">
      <span class="eyebrow">Impulse</span>
      <Lever
        label="Impulse"
        orientation="vertical"
        value={props.value}
        min={0}
        max={1}
        step={0.01}
        format={percent}
        onChange={props.onChange}
        disabled={props.disabled}
      />
      <output class="drive-figure">{percent(props.value)}</output>
      <button
        type="button"
        class="button small wide"
        disabled={props.disabled || props.value === 0}
        onClick={() => props.onChange(0)}
      >
        All stop
      </button>
    </div>
  );
}

function WarpButtons({ game, disabled }: { game: GameModel; disabled: boolean }) {
  const [ordered, ceiling, actual, powerless, docked] = useWatched(() => {
    const { ship, motion, systems } = game;
    return [
      ship?.warpFactor ?? 0,
      motion?.warpCeiling ?? 4,
      motion?.warp ?? 0,
      ship?.energy === 0 || effectOf(systems, ShipSystem.Warp) <= 0,
      ship?.docked ?? false,
    ];
  }, [game]);
  const [factor, setFactor] = useOrdered(ordered, (value) => game.orders.setWarp(value));
  const note = docked ? 'Docked' : powerless ? 'No power' : ceiling < 4 ? `Up to ${ceiling} here` : '\u00a0';
  return (
    <div class="drive-column">
      <span class="eyebrow">Warp</span>
      <div class="warp" role="radiogroup" aria-label="Warp factor">
        {[4, 3, 2, 1, 0].map((value) => (
          <button
            key={value}
            type="button"
            role="radio"
            class={`button warp-step ${actual > value - 0.5 && value > 0 && actual > 0.02 ? 'reached' : ''}`}
            aria-checked={factor === value}
            aria-label={value === 0 ? 'Warp off' : `Warp ${value}`}
            disabled={disabled || value > ceiling || ((docked || powerless) && value > 0)}
            onClick={() => setFactor(value)}
          >
            {value === 0 ? 'Off' : value}
          </button>
        ))}
      </div>
      <output class="drive-figure" data-readout="warp" data-value={actual}>
        {actual.toFixed(1)}
      </output>
      <span class="faint drive-note">{note}</span>
    </div>
  );
}

function Climb({ game, disabled }: { game: GameModel; disabled: boolean }) {
  const send = useMemo(() => throttle(80, (value: number) => game.orders.setClimb(value)), [game]);
  const [ordered] = useWatched(() => [game.motion?.climb ?? 0], [game]);
  const [climb, setClimb] = useOrdered(ordered, send);
  return (
    <div class="climb">
      <div class="spread">
        <span class="eyebrow">Climb and dive</span>
        <span class="faint">
          {Math.abs(climb) < 0.005 ? 'Level' : `${climb > 0 ? 'Up' : 'Down'} ${percent(Math.abs(climb))}`}
        </span>
      </div>
      <Lever
        label="Climb and dive"
        value={climb}
        min={-1}
        max={1}
        origin={0}
        step={0.05}
        springsTo={0}
        format={(value) =>
          value === 0 ? 'Level' : `${value > 0 ? 'Up' : 'Down'} ${percent(Math.abs(value))}`
        }
        onChange={setClimb}
        disabled={disabled}
      />
    </div>
  );
}

function ReverseAndDock({ game, disabled }: { game: GameModel; disabled: boolean }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [reversed, docked, base, way] = useWatched(() => {
    const { ship } = game;
    const nearest = nearestBase(game);
    return [
      ship?.reverse ?? false,
      ship?.docked ?? false,
      nearest?.id,
      nearest && `${nearest.name}, ${distance(nearest.away)} on ${bearing(nearest.direction)}`,
    ];
  }, [game]);
  const [reverse, setReverse] = useOrdered(reversed, (value) => game.orders.setReverse(value));
  const dock = (): void => {
    if (docked) game.orders.undock();
    else if (base === undefined) setProblem('No friendly base is known.');
    else game.orders.dock(base);
  };
  return (
    <div class="manoeuvre-buttons">
      <button
        type="button"
        class="button amber"
        aria-pressed={reverse}
        disabled={disabled}
        onClick={() => setReverse(!reverse)}
      >
        <Icon name="reverse" /> Reverse
      </button>
      <button
        type="button"
        class="button"
        aria-pressed={docked}
        disabled={disabled || (!docked && base === undefined)}
        onClick={dock}
      >
        <Icon name="dock" /> {docked ? 'Undock' : 'Dock'}
      </button>
      <p class="faint dock-note">
        {problem ??
          (docked
            ? 'Made fast. Stores and energy are coming aboard.'
            : (way ?? 'No friendly base is known.'))}
      </p>
    </div>
  );
}
