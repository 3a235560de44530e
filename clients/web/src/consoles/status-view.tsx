import { useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { percent } from '../model/units.js';
import { ContactList } from './contact-list.js';
import { Readout } from './readout.js';
import { FlightReadouts, ShipMeters } from './ship-readouts.js';
import { StatusSystems } from './status-systems.js';
import { StatusWeapons } from './status-weapons.js';

/** How the own ship is, to be read from across the room. */
export function StatusView({ game }: { game: GameModel }) {
  const [marked, setMarked] = useState(0);
  return (
    <div class="status-view">
      <section class="panel status-flight" aria-label="Flight">
        <div class="body stack loose">
          <FlightReadouts game={game} />
          <DriveReadouts game={game} />
          <ShipMeters game={game} />
        </div>
      </section>
      <StatusSystems game={game} />
      <div class="status-foot">
        <StatusWeapons game={game} />
        <ContactList
          game={game}
          title="Hostile, nearest first"
          filter={(contact) => contact.side === 'hostile'}
          selectedId={marked}
          onSelect={setMarked}
          most={5}
        />
      </div>
    </div>
  );
}

function DriveReadouts({ game }: { game: GameModel }) {
  const ship = game.ship;
  const target = ship?.targetId ? game.nameOf(ship.targetId) : undefined;
  return (
    <dl class="status-drive">
      <Readout label="Impulse" name="impulse" value={percent(ship?.impulse ?? 0)} raw={ship?.impulse} />
      <Readout label="Warp" name="warp" value={(game.motion?.warp ?? 0).toFixed(1)} raw={game.motion?.warp} />
      <Readout label="Target" name="target" value={target ?? 'None'} raw={ship?.targetId} />
      <Readout
        label="Berth"
        name="docked"
        value={ship?.docked ? 'Docked' : 'Under way'}
        raw={Number(ship?.docked ?? false)}
      />
    </dl>
  );
}
