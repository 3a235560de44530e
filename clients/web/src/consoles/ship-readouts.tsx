import { SteeringMode } from '@artemis/client/protocol';
import type { GameModel } from '../model/game.js';
import { shipClassInfo } from '../model/ship-classes.js';
import { bearing, speed, whole } from '../model/units.js';
import { useWatched } from '../model/watched.js';
import { Meter } from '../ui/controls.js';
import { Readout } from './readout.js';

/** Where the own ship is and how it moves. */
export function FlightReadouts({ game }: { game: GameModel }) {
  const ship = game.ship;
  const motion = game.motion;
  const onCourse = motion?.steering === SteeringMode.Course;
  return (
    <dl class="readouts">
      <Readout
        label="Heading"
        name="heading"
        value={ship ? bearing(ship.heading) : '–'}
        raw={ship?.heading}
        ordered={onCourse ? bearing(motion.course) : undefined}
      />
      <Readout
        label="Speed"
        name="velocity"
        value={ship ? speed(ship.velocity) : '–'}
        raw={ship?.velocity}
        unit="u/s"
      />
      <Readout label="Altitude" name="posY" value={ship ? whole(ship.posY) : '–'} raw={ship?.posY} />
      <Readout label="East" name="posX" value={ship ? whole(ship.posX) : '–'} raw={ship?.posX} />
      <Readout label="North" name="posZ" value={ship ? whole(ship.posZ) : '–'} raw={ship?.posZ} />
    </dl>
  );
}

/** Energy and shields of the own ship. */
export function ShipMeters({ game }: { game: GameModel }) {
  const [energy, balance] = useWatched(() => {
    const gained = game.systems?.energyBalance;
    return [
      Math.round(game.ship?.energy ?? 0),
      gained === undefined ? '' : ` (${gained >= 0 ? '+' : '−'}${Math.abs(gained).toFixed(1)}/s)`,
    ];
  }, [game]);
  return (
    <div class="stack">
      <Meter
        label="Energy"
        value={energy}
        // Docked ships take more aboard than they set out with.
        max={Math.max(1000, energy)}
        warnBelow={0.3}
        text={`${whole(energy)}${balance}`}
      />
      <ShieldMeters game={game} />
    </div>
  );
}

/** The two halves of the shields. */
export function ShieldMeters({ game }: { game: GameModel }) {
  const [up, fore, aft, fullFore, fullAft] = useWatched(() => {
    const { ship } = game;
    const { shieldsFore, shieldsAft } = shipClassInfo(ship?.shipClass);
    return [
      ship?.shieldsActive ?? false,
      ship?.shieldsFore ?? 0,
      ship?.shieldsAft ?? 0,
      shieldsFore,
      shieldsAft,
    ];
  }, [game]);
  return (
    <div class="stack">
      <div class="spread">
        <span class="eyebrow">Shields</span>
        <span class={up ? 'tag ice' : 'tag'}>{up ? 'Up' : 'Down'}</span>
      </div>
      <div class="two-columns tight">
        <ShieldHalf label="Fore" value={fore} full={fullFore} />
        <ShieldHalf label="Aft" value={aft} full={fullAft} />
      </div>
    </div>
  );
}

function ShieldHalf({ label, value, full }: { label: string; value: number; full: number }) {
  // As long as the class is not known, what there is counts as full.
  const max = full || Math.max(1, value);
  const text = full ? `${whole(value)}/${whole(full)}` : whole(value);
  return <Meter label={label} value={value} max={max} warnBelow={0.4} text={text} />;
}
