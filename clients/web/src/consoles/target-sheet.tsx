import { KnownFrequency, ScanState } from '@artemis/client/protocol';
import { npcKindName } from '../model/contacts.js';
import type { GameModel } from '../model/game.js';
import { shipClassName } from '../model/catalog.js';
import { bearing, directionTo, distance, percent, whole } from '../model/units.js';

/** What is known of a contact. */
export function TargetSheet({ game, id, title }: { game: GameModel; id: number; title: string }) {
  void game.tick.value;
  const own = game.ship;
  const rows = describe(game, id);
  const at = game.world.npcShips.get(id) ?? game.world.playerShips.get(id) ?? game.world.bases.get(id);
  return (
    <>
      <header>
        <span class="eyebrow">{title}</span>
        {at && own && (
          <span class="quiet">
            {distance(Math.hypot(at.posX - own.posX, at.posY - own.posY, at.posZ - own.posZ))} on{' '}
            {bearing(directionTo(own.posX, own.posZ, at.posX, at.posZ))}
          </span>
        )}
      </header>
      <div class="body">
        {rows === undefined ? (
          <p class="faint">Nothing selected.</p>
        ) : (
          <>
            <h2 class="clip target-name">{at?.name}</h2>
            <dl class="figures">
              {rows.map(([label, value]) => (
                <div key={label} class="spread">
                  <dt class="quiet">{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </>
  );
}

type Row = readonly [label: string, value: string];

const frequencyNames = Object.fromEntries(
  Object.entries(KnownFrequency)
    .filter(([, value]) => typeof value === 'number')
    .map(([name, value]) => [value, name]),
) as Record<number, string>;

function describe(game: GameModel, id: number): Row[] | undefined {
  const npc = game.world.npcShips.get(id);
  if (npc) {
    if (npc.scanState === ScanState.None) return [['Class', 'Not scanned']];
    const rows: Row[] = [
      ['Class', npcKindName(npc.kind)],
      ['Shields fore', whole(npc.shieldsFore)],
      ['Shields aft', whole(npc.shieldsAft)],
      ['Hull', percent(npc.hull)],
    ];
    if (npc.scanState !== ScanState.Twice) return [...rows, ['Frequencies', 'Scan once more']];
    const { systems } = npc;
    return [
      ...rows,
      ['Weak against', frequencyNames[npc.weakFrequency] ?? 'Unknown'],
      ['Strong against', frequencyNames[npc.strongFrequency] ?? 'Unknown'],
      ['Beams', percent(systems.beams)],
      ['Torpedoes', percent(systems.torpedoes)],
      ['Maneuvering', percent(systems.maneuvering)],
      ['Impulse', percent(systems.impulse)],
    ];
  }
  const ship = game.world.playerShips.get(id);
  if (ship) {
    return [
      ['Class', shipClassName(ship.shipClass)],
      ['Shields fore', whole(ship.shieldsFore)],
      ['Shields aft', whole(ship.shieldsAft)],
    ];
  }
  const base = game.world.bases.get(id);
  if (base) {
    return [
      ['Class', 'Base'],
      ['Shields', `${whole(base.shields)} of ${whole(base.shieldsFull)}`],
    ];
  }
  return undefined;
}
