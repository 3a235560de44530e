import { BeamFrequency, ShipSystem } from '@artemis/client/protocol';
import { beamReach, bears } from '../model/beams.js';
import type { Charge } from '../model/beam-charge.js';
import type { GameModel } from '../model/game.js';
import { useOrdered } from '../model/ordered.js';
import { shipClassInfo } from '../model/ship-classes.js';
import { effectOf } from '../model/systems.js';
import { Segmented } from '../ui/controls.js';
import { Icon } from '../ui/icon.js';

const frequencies = Object.entries(BeamFrequency)
  .filter(([, value]) => typeof value === 'number')
  .map(([label, value]) => ({ label, value: value as BeamFrequency }));

/** The beams: their frequency, how far they are charged, and whether they fire by themselves or by hand. */
export function BeamControls({
  game,
  targetId,
  disabled,
}: {
  game: GameModel;
  targetId: number;
  disabled: boolean;
}) {
  const ship = game.ship;
  const [auto, setAuto] = useOrdered(ship?.autoBeams ?? false, (on) => game.orders.setAutoBeams(on));
  const effect = effectOf(game.systems, ShipSystem.Beams);
  const actual = ship?.beamFrequency ?? BeamFrequency.A;
  const retuning = game.retuning.at(actual, game.tick.value);
  const setFrequency = (value: BeamFrequency): void => {
    game.retuning.begin(value, game.tick.value);
    game.orders.setFrequency(value);
  };
  const charges = shipClassInfo(ship?.shipClass).beams.map((_, index) => game.beamCharge.of(index, effect));
  const why = auto
    ? 'Fires by itself'
    : retuning
      ? 'Retuning'
      : effect <= 0
        ? 'No power'
        : whyNoBeam(game, targetId, charges);
  return (
    <div class="stack">
      <div class="spread">
        <span class="eyebrow">Beams</span>
        <Segmented
          label="Beam frequency"
          value={retuning?.frequency ?? actual}
          options={frequencies}
          onChange={setFrequency}
          disabled={disabled}
        />
      </div>
      <BeamCharges charges={charges} />
      <div class="two-columns tight">
        <button
          type="button"
          class="button"
          aria-pressed={auto}
          disabled={disabled}
          onClick={() => setAuto(!auto)}
        >
          Auto
        </button>
        <button
          type="button"
          class="button danger"
          disabled={disabled || why !== undefined}
          onClick={() => game.orders.fireBeams(targetId)}
        >
          <Icon name="bolt" /> {why ?? 'Fire'}
        </button>
      </div>
      {retuning && (
        <p class="small-print retune-note">
          Retuning the beams. They are silent for {Math.ceil(retuning.secondsLeft)} s.
        </p>
      )}
      {effect <= 0 && <p class="small-print down-note">Beams are down: no power, or too damaged.</p>}
    </div>
  );
}

/** A bar for each beam, full when it is ready. */
function BeamCharges({ charges }: { charges: readonly Charge[] }) {
  return (
    <div class="beam-charges">
      {charges.map(({ share }, index) => (
        <div
          key={index}
          class={`charge-bar ${share >= 1 ? 'ready' : ''}`}
          role="progressbar"
          aria-label={`Beam ${index + 1}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
          style={{ '--share': share.toFixed(2) }}
        />
      ))}
    </div>
  );
}

/** Why beams would do nothing to a target, in as few words as a button has room for; undefined if they would. */
function whyNoBeam(game: GameModel, targetId: number, charges: readonly Charge[]): string | undefined {
  const { ship } = game;
  const target = game.aimOf(targetId);
  if (!ship || !target) return 'No target';
  if (ship.docked) return 'Docked';
  const { beams } = shipClassInfo(ship.shipClass);
  const reach = beamReach(beams, ship, target);
  if (reach !== 'bears') return reach === 'out of arc' ? 'Out of arc' : 'Out of range';
  const waits = charges.filter((_, index) => bears(beams[index]!, ship, target));
  const left = Math.min(...waits.map(({ secondsLeft }) => secondsLeft));
  return left > 0 ? `Charging ${Math.ceil(left)} s` : undefined;
}
