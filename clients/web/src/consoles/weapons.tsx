import { Console, ShipSystem } from '@artemis/client/protocol';
import type { GameModel } from '../model/game.js';
import { useOrdered } from '../model/ordered.js';
import { shipClassInfo } from '../model/ship-classes.js';
import { effectOf } from '../model/systems.js';
import { distance } from '../model/units.js';
import { useWatched } from '../model/watched.js';
import { anyTarget } from '../radar/pick.js';
import { Radar } from '../radar/radar.js';
import { Icon } from '../ui/icon.js';
import { BeamControls } from './beam-controls.js';
import { ContactList } from './contact-list.js';
import { ShipMeters } from './ship-readouts.js';
import { TargetSheet } from './target-sheet.js';
import { Tubes } from './tubes.js';
import { useRange } from './use-range.js';
import { Zoom } from './zoom.js';

const ranges = [1000, 2000, 5000, 10_000] as const;

/** Chooses targets, and fires at them. */
export function Weapons({ game }: { game: GameModel }) {
  const [range, zoom] = useRange(ranges, 5000);
  const mine = game.holds(Console.Weapons);
  const [aimedAt, beams] = useWatched(
    () => [game.ship?.targetId ?? 0, shipClassInfo(game.ship?.shipClass).beams],
    [game],
  );
  const [target, setTarget] = useOrdered(aimedAt, (id) => game.orders.setTarget(id));
  return (
    <div class="weapons">
      <section class="panel weapons-tubes" aria-label="Tubes">
        <Tubes game={game} targetId={target} disabled={!mine} />
      </section>
      <div class="radar-area">
        <Radar
          game={game}
          label={`Weapons radar to ${distance(range)} units`}
          range={range}
          onZoom={zoom}
          onPick={mine ? setTarget : undefined}
          pickable={anyTarget}
          selectedId={target}
          beams={beams}
        />
        <Zoom range={range} onZoom={zoom} />
        {mine && <p class="radar-hint">Touch a contact to make it the target</p>}
      </div>
      <div class="weapons-side">
        <section class="panel" aria-label="Beams and shields">
          <div class="body stack">
            <BeamControls game={game} targetId={target} disabled={!mine} />
            <ShieldSwitch game={game} disabled={!mine} />
            <ShipMeters game={game} />
          </div>
        </section>
        <section class="panel" aria-label="Target">
          <TargetSheet game={game} id={target} title="Target" />
        </section>
        <ContactList
          game={game}
          title="Hostile"
          filter={(contact) => contact.side === 'hostile'}
          selectedId={target}
          onSelect={(id) => mine && setTarget(id)}
        />
      </div>
    </div>
  );
}

function ShieldSwitch({ game, disabled }: { game: GameModel; disabled: boolean }) {
  const [actual, powerless, docked] = useWatched(() => {
    const { systems, ship } = game;
    return [
      ship?.shieldsActive ?? false,
      ship?.energy === 0 ||
        (effectOf(systems, ShipSystem.ForeShields) <= 0 && effectOf(systems, ShipSystem.AftShields) <= 0),
      ship?.docked ?? false,
    ];
  }, [game]);
  const [up, setUp] = useOrdered(actual, (value) => game.orders.setShields(value));
  return (
    <>
      <button
        type="button"
        class="button wide"
        aria-pressed={up}
        disabled={disabled || (!up && (powerless || docked))}
        onClick={() => setUp(!up)}
      >
        <Icon name="shield" /> {up ? 'Lower shields' : 'Raise shields'}
      </button>
      {!up && (powerless || docked) && (
        <p class="small-print down-note">
          {docked ? 'No shields while docked.' : 'Shields are down: no power, or too damaged.'}
        </p>
      )}
    </>
  );
}
