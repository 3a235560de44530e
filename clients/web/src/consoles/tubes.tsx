import { Ordnance, ShipSystem, type Tube, TubeState } from '@artemis/client/protocol';
import { useState } from 'preact/hooks';
import { distanceOf } from '../model/beams.js';
import { ordnanceName, tubeWords } from '../model/catalog.js';
import { conversionOf } from '../model/conversion.js';
import type { GameModel } from '../model/game.js';
import { shipClassInfo } from '../model/ship-classes.js';
import { effectOf } from '../model/systems.js';
import { useWatched } from '../model/watched.js';
import { Icon } from '../ui/icon.js';

const kinds = [Ordnance.Homing, Ordnance.Nuke, Ordnance.Mine, Ordnance.Emp, Ordnance.PShock] as const;

const effects: Record<number, string> = {
  [Ordnance.Homing]: 'Seeks its target',
  [Ordnance.Nuke]: 'Wide blast, friends too',
  [Ordnance.Mine]: 'Laid where you are',
  [Ordnance.Emp]: 'Halves shields around',
  [Ordnance.PShock]: 'Harms systems only',
};

/** Tubes and what there is to put into them. */
export function Tubes({
  game,
  targetId,
  disabled,
}: {
  game: GameModel;
  targetId: number;
  disabled: boolean;
}) {
  const [chosen, setChosen] = useState<Ordnance>(Ordnance.Homing);
  const [docked, powerless, worth, toEnergy, toTorpedo, far] = useWatched(() => {
    const { ship, systems, tubes } = game;
    const target = game.aimOf(targetId);
    const info = shipClassInfo(ship?.shipClass);
    const conversion = conversionOf(info, ship?.energy ?? 0, tubes ?? { homing: 0, tubes: [] });
    return [
      ship?.docked ?? false,
      effectOf(systems, ShipSystem.Torpedoes) <= 0,
      info.energyPerTorpedo,
      conversion.toEnergy,
      conversion.toTorpedo,
      ship && target && distanceOf(ship, target) > info.torpedoRange,
      tubes?.homing,
      tubes?.nukes,
      tubes?.mines,
      tubes?.emps,
      tubes?.pshocks,
      ...(tubes?.tubes ?? []).flatMap(({ state, ordnance, progress }) => [state, ordnance, progress]),
    ] as const;
  }, [game, targetId]);
  const stores = game.world.shipTubes.get(game.ownShipId);
  const left: Record<number, number> = {
    [Ordnance.Homing]: stores?.homing ?? 0,
    [Ordnance.Nuke]: stores?.nukes ?? 0,
    [Ordnance.Mine]: stores?.mines ?? 0,
    [Ordnance.Emp]: stores?.emps ?? 0,
    [Ordnance.PShock]: stores?.pshocks ?? 0,
  };
  return (
    <div class="body stack loose">
      <span class="eyebrow">Ordnance</span>
      <div class="ordnance-list" role="radiogroup" aria-label="Ordnance to load">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            role="radio"
            class="ordnance"
            aria-checked={chosen === kind}
            onClick={() => setChosen(kind)}
          >
            <span class="grow">
              <strong>{ordnanceName(kind)}</strong>
              <span class="faint ordnance-effect">{effects[kind]}</span>
            </span>
            <span class={`ordnance-count ${left[kind] === 0 ? 'none' : ''}`}>{left[kind]}</span>
          </button>
        ))}
      </div>
      <div class="stack">
        <span class="eyebrow">Tubes</span>
        {powerless && <p class="small-print down-note">The tubes are down: no power, or too damaged.</p>}
        {(stores?.tubes ?? []).map((tube, index) => (
          <TubeRow
            key={index}
            index={index}
            tube={tube}
            chosen={chosen}
            inStore={left[chosen] ?? 0}
            powerless={powerless}
            why={docked ? 'Docked' : far && tube.ordnance !== Ordnance.Mine ? 'Too far' : undefined}
            disabled={disabled}
            game={game}
            targetId={targetId}
          />
        ))}
      </div>
      <div class="stack">
        <span class="spread">
          <span class="eyebrow">Convert</span>
          <span class="faint small-print">{docked ? 'Not while docked' : `1 homing = ${worth} energy`}</span>
        </span>
        <div class="two-columns tight">
          <button
            type="button"
            class="button small"
            disabled={disabled || docked || toEnergy !== undefined}
            title={toEnergy ?? `One homing torpedo becomes ${worth} energy`}
            onClick={() => game.orders.convert(true)}
          >
            To energy
          </button>
          <button
            type="button"
            class="button small"
            disabled={disabled || docked || toTorpedo !== undefined}
            title={toTorpedo ?? `${worth} energy become one homing torpedo`}
            onClick={() => game.orders.convert(false)}
          >
            To torpedo
          </button>
        </div>
      </div>
    </div>
  );
}

function TubeRow(props: {
  index: number;
  tube: Tube;
  chosen: Ordnance;
  inStore: number;
  powerless: boolean;
  /** Why what is loaded cannot be fired, in as few words as a button has room for. */
  why: string | undefined;
  disabled: boolean;
  game: GameModel;
  targetId: number;
}) {
  const { index, tube, game, disabled } = props;
  const state = tube.state;
  const name = `Tube ${index + 1}`;
  const words = tubeWords(tube);
  const share = state === TubeState.Loaded ? 1 : state === TubeState.Empty ? 0 : tube.progress;
  return (
    <div class={`tube ${state === TubeState.Loaded ? 'ready' : ''}`}>
      <div class="spread">
        <strong>{name}</strong>
        <span class="quiet">{words}</span>
      </div>
      <div
        class="tube-bar"
        role="progressbar"
        aria-label={`${name}, ${words}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        style={{ '--share': share.toFixed(3) }}
      />
      {state === TubeState.Loaded ? (
        <div class="two-columns tight">
          <button
            type="button"
            class="button small danger"
            disabled={disabled || props.why !== undefined}
            onClick={() => game.orders.fireTube(index, props.targetId)}
          >
            <Icon name="target" /> {props.why ?? 'Fire'}
          </button>
          <button
            type="button"
            class="button small"
            disabled={disabled}
            onClick={() => game.orders.unloadTube(index)}
          >
            Unload
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="button small wide"
          disabled={disabled || props.powerless || state !== TubeState.Empty || props.inStore === 0}
          onClick={() => game.orders.loadTube(index, props.chosen)}
        >
          {state === TubeState.Empty ? `Load ${ordnanceName(props.chosen)}` : 'Busy'}
        </button>
      )}
    </div>
  );
}
