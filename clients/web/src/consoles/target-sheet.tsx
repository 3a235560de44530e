import { KnownFrequency, ScanState } from '@artemis/client/protocol';
import { npcKindName } from '../model/contacts.js';
import type { GameModel } from '../model/game.js';
import { shipClassName } from '../model/catalog.js';
import { useWatched } from '../model/watched.js';
import { bearing, directionTo, distance, percent, whole } from '../model/units.js';

/** What is known of a contact. */
export function TargetSheet({ game, id, title }: { game: GameModel; id: number; title: string }) {
  const [name, where] = useWatched(() => {
    const own = game.ship;
    const { npcShips, playerShips, bases } = game.world;
    const at = npcShips.get(id) ?? playerShips.get(id) ?? bases.get(id);
    const away =
      at && own && distance(Math.hypot(at.posX - own.posX, at.posY - own.posY, at.posZ - own.posZ));
    const direction = at && own && bearing(directionTo(own.posX, own.posZ, at.posX, at.posZ));
    return [at?.name, away && `${away} on ${direction}`, ...(describe(game, id)?.flat() ?? [])] as const;
  }, [game, id]);
  const rows = describe(game, id);
  return (
    <>
      <header>
        <span class="eyebrow">{title}</span>
        {where && <span class="quiet">{where}</span>}
      </header>
      <div class="body">
        {rows === undefined ? (
          <p class="faint">Nothing selected.</p>
        ) : (
          <>
            <h2 class="clip target-name">{name}</h2>
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
