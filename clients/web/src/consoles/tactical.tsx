import type { GameModel } from '../model/game.js';
import { distance } from '../model/units.js';
import { Radar } from '../radar/radar.js';
import { ContactList } from './contact-list.js';
import { FlightReadouts, ShipMeters } from './ship-readouts.js';
import { useRange } from './use-range.js';
import { Zoom } from './zoom.js';
import { useState } from 'preact/hooks';

const ranges = [2000, 5000, 10_000, 20_000, 50_000] as const;

/** What the ship sees around it: radar, contacts and the state of the ship. */
export function Tactical({ game }: { game: GameModel }) {
  const [range, zoom] = useRange(ranges, 10_000);
  const [selected, setSelected] = useState(0);
  return (
    <div class="tactical">
      <section class="panel" aria-label="Flight">
        <div class="body stack loose">
          <FlightReadouts game={game} />
          <ShipMeters game={game} />
        </div>
      </section>
      <div class="radar-area">
        <Radar
          game={game}
          label={`Radar to ${distance(range)} units`}
          range={range}
          onZoom={zoom}
          onPick={setSelected}
          selectedId={selected}
          course={undefined}
        />
        <Zoom range={range} onZoom={zoom} />
      </div>
      <ContactList game={game} selectedId={selected} onSelect={setSelected} />
    </div>
  );
}
