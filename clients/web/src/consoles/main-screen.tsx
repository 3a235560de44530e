import { Console, MainScreenView } from '@artemis/client/protocol';
import { useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { useOrdered } from '../model/ordered.js';
import { bearing, speed, whole } from '../model/units.js';
import { Radar } from '../radar/radar.js';
import { Segmented } from '../ui/controls.js';
import { Icon } from '../ui/icon.js';
import { Viewscreen } from '../viewscreen/viewscreen.js';
import { ContactList } from './contact-list.js';
import { Readout } from './readout.js';
import { StatusView } from './status-view.js';
import { useRange } from './use-range.js';
import { Zoom } from './zoom.js';

const views = [
  { value: MainScreenView.Fore, label: 'Fore' },
  { value: MainScreenView.Port, label: 'Port' },
  { value: MainScreenView.Starboard, label: 'Starboard' },
  { value: MainScreenView.Aft, label: 'Aft' },
  { value: MainScreenView.Tactical, label: 'Tactical' },
  { value: MainScreenView.LongRange, label: 'Long range' },
  { value: MainScreenView.Status, label: 'Status' },
] as const;

const turns: Partial<Record<number, number>> = {
  [MainScreenView.Fore]: 0,
  [MainScreenView.Starboard]: Math.PI / 2,
  [MainScreenView.Aft]: Math.PI,
  [MainScreenView.Port]: 1.5 * Math.PI,
};

/** The view that all of the bridge sees. */
export function MainScreen({ game }: { game: GameModel }) {
  const spectating = game.spectating.value;
  const mine = spectating || game.holds(Console.MainScreen) || game.holds(Console.Helm);
  // Who watches a recording looks where they like; on the bridge all see the same.
  const [own, setOwn] = useState<MainScreenView | null>(null);
  const [ordered, order] = useOrdered<MainScreenView>(
    game.ship?.mainScreenView ?? MainScreenView.Fore,
    (value) => game.orders.setView(value),
  );
  const view = (spectating ? own : null) ?? ordered;
  const setView = spectating ? setOwn : order;
  const turn = turns[view];
  return (
    <div class="main-screen">
      {turn !== undefined ? (
        <Viewscreen
          game={game}
          turn={turn}
          label={`View ${views.find((entry) => entry.value === view)?.label}`}
        />
      ) : view === MainScreenView.Status ? (
        <StatusView game={game} />
      ) : (
        <Chart key={view} game={game} far={view === MainScreenView.LongRange} />
      )}
      {game.redAlert.value && (
        <div class="alert-banner" role="status">
          <Icon name="alert" /> Red alert
        </div>
      )}
      <div class="main-screen-bar">
        {view !== MainScreenView.Status && <BarReadouts game={game} />}
        <Segmented label="View" value={view} options={views} onChange={setView} disabled={!mine} />
      </div>
    </div>
  );
}

function BarReadouts({ game }: { game: GameModel }) {
  return (
    <dl class="main-screen-readouts">
      <Readout
        label="Heading"
        name="heading"
        value={bearing(game.ship?.heading ?? 0)}
        raw={game.ship?.heading}
      />
      <Readout
        label="Speed"
        name="velocity"
        value={speed(game.ship?.velocity ?? 0)}
        raw={game.ship?.velocity}
        unit="u/s"
      />
      <Readout label="East" name="posX" value={whole(game.ship?.posX ?? 0)} raw={game.ship?.posX} />
      <Readout label="North" name="posZ" value={whole(game.ship?.posZ ?? 0)} raw={game.ship?.posZ} />
      <Readout label="Altitude" name="posY" value={whole(game.ship?.posY ?? 0)} raw={game.ship?.posY} />
    </dl>
  );
}

const tacticalRanges = [2000, 5000, 10_000] as const;
const farRanges = [10_000, 20_000, 30_000, 50_000] as const;

function Chart({ game, far }: { game: GameModel; far: boolean }) {
  const [range, zoom] = useRange(far ? farRanges : tacticalRanges, far ? 30_000 : 5000);
  const [marked, setMarked] = useState(0);
  const shown = marked || (game.ship?.targetId ?? 0);
  return (
    <div class="main-screen-chart">
      <ContactList game={game} title="In sight" selectedId={shown} onSelect={setMarked} />
      <div class="radar-area">
        <Radar
          game={game}
          label={far ? 'Long-range chart' : 'Tactical chart'}
          range={range}
          onZoom={zoom}
          selectedId={shown}
        />
        <Zoom range={range} onZoom={zoom} />
      </div>
    </div>
  );
}
