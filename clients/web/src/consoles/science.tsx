import { Console, ScanState, ShipSystem } from '@artemis/client/protocol';
import { useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { useOrdered } from '../model/ordered.js';
import { effectOf } from '../model/systems.js';
import { distance, percent } from '../model/units.js';
import { useWatched } from '../model/watched.js';
import { Radar } from '../radar/radar.js';
import { Icon } from '../ui/icon.js';
import { ContactList } from './contact-list.js';
import { TargetSheet } from './target-sheet.js';
import { useRange } from './use-range.js';
import { Zoom } from './zoom.js';

const ranges = [5000, 10_000, 20_000, 30_000, 50_000] as const;

/** The long-range map, and scans of what is on it. */
export function Science({ game }: { game: GameModel }) {
  const [range, zoom] = useRange(ranges, 30_000);
  const [selected, setSelected] = useState(0);
  const mine = game.holds(Console.Science);
  const scan = useScan(game);
  return (
    <div class="science">
      <ContactList game={game} selectedId={selected} onSelect={setSelected} />
      <div class="radar-area">
        <Radar
          game={game}
          label={`Long-range map to ${distance(range)} units`}
          range={range}
          onZoom={zoom}
          onPick={setSelected}
          selectedId={selected}
          scan={scan}
        />
        <Zoom range={range} onZoom={zoom} />
      </div>
      <section class="panel" aria-label="Contact">
        <TargetSheet game={game} id={selected} title="Contact" />
        <div class="body">
          <ScanControls game={game} id={selected} scan={scan} disabled={!mine} />
        </div>
      </section>
    </div>
  );
}

/** The scan that goes on, whoever ordered it, and orders to begin and to end one. */
interface Scanning {
  /** What is scanned; 0 is nothing. */
  readonly id: number;
  /** Way done, 0 to 1. */
  readonly progress: number;
  /** Scans something else; 0 stops. */
  order(id: number): void;
}

function useScan(game: GameModel): Scanning {
  const [actual, progress] = useWatched(
    () => [game.systems?.scanId ?? 0, game.systems?.scanProgress ?? 0],
    [game],
  );
  const [id, order] = useOrdered(actual, (next) => (next === 0 ? game.stopScan() : game.orders.scan(next)));
  return { id, progress: actual === id ? progress : 0, order };
}

function ScanControls(props: { game: GameModel; id: number; scan: Scanning; disabled: boolean }) {
  const { game, id, scan, disabled } = props;
  const [powerless, known] = useWatched(
    () => [
      effectOf(game.systems, ShipSystem.Sensors) <= 0,
      // Undefined for what is no ship, or none that can be scanned.
      game.world.npcShips.get(id)?.scanState,
    ],
    [game, id],
  );
  if (scan.id !== 0) {
    const name = game.nameOf(scan.id) ?? 'contact';
    return (
      <div class="stack">
        <div class="spread">
          <span class="quiet clip">Scanning {name}</span>
          <strong>{percent(scan.progress)}</strong>
        </div>
        <div
          class="scan-bar"
          role="progressbar"
          aria-label={`Scanning ${name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(scan.progress * 100)}
          style={{ '--share': scan.progress.toFixed(3) }}
        />
        <button type="button" class="button wide" disabled={disabled} onClick={() => scan.order(0)}>
          Stop
        </button>
      </div>
    );
  }
  const done = known === ScanState.Twice;
  return (
    <div class="stack">
      <button
        type="button"
        class="button primary wide"
        disabled={disabled || known === undefined || done || powerless}
        onClick={() => scan.order(id)}
      >
        <Icon name="science" />
        {known === ScanState.Once ? 'Scan for frequencies' : 'Scan'}
      </button>
      <p class="faint small-print">
        {powerless
          ? 'The sensors are down: no power, or too damaged.'
          : known === undefined
            ? 'Choose a ship on the map or in the list.'
            : done
              ? 'There is nothing more to learn.'
              : 'A first scan tells class and shields, a second one frequencies and systems.'}
      </p>
    </div>
  );
}
