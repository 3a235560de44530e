import { Console, ScanState } from '@artemis/client/protocol';
import { useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { distance } from '../model/units.js';
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
        />
        <Zoom range={range} onZoom={zoom} />
      </div>
      <section class="panel" aria-label="Contact">
        <TargetSheet game={game} id={selected} title="Contact" />
        <div class="body">
          <Scan game={game} id={selected} disabled={!mine} />
        </div>
      </section>
    </div>
  );
}

function Scan({ game, id, disabled }: { game: GameModel; id: number; disabled: boolean }) {
  void game.tick.value;
  const npc = game.world.npcShips.get(id);
  const scanning = game.scanning.value;
  if (scanning !== 0) {
    return (
      <div class="stack">
        <div
          class="scan-bar"
          role="progressbar"
          aria-label={`Scanning ${game.nameOf(scanning) ?? 'contact'}`}
        />
        <div class="spread">
          <span class="quiet clip">Scanning {game.nameOf(scanning) ?? 'contact'}</span>
          <button type="button" class="button small" disabled={disabled} onClick={() => game.cancelScan()}>
            Stop
          </button>
        </div>
      </div>
    );
  }
  const done = npc?.scanState === ScanState.Twice;
  return (
    <div class="stack">
      <button
        type="button"
        class="button primary wide"
        disabled={disabled || !npc || done}
        onClick={() => game.scan(id)}
      >
        <Icon name="science" />
        {npc?.scanState === ScanState.Once ? 'Scan for frequencies' : 'Scan'}
      </button>
      <p class="faint small-print">
        {!npc
          ? 'Choose a ship on the map or in the list.'
          : done
            ? 'There is nothing more to learn.'
            : 'A first scan tells class and shields, a second one frequencies and systems.'}
      </p>
    </div>
  );
}
