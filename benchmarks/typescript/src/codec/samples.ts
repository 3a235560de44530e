import {
  BeamFrequency,
  createNpcShip,
  createPlayerShip,
  Faction,
  KnownFrequency,
  MainScreenView,
  NpcKind,
  ScanState,
  ShipClass,
  type GameState,
  type NpcShip,
  type PlayerShip,
  type SessionSummary,
} from '@artemis/client/protocol';

/** A ship under way, at one of a run of moments that differ in what changes in flight; the same as in the C# benchmarks. */
export function samplePlayerShip(moment: number): PlayerShip {
  return Object.assign(createPlayerShip(), {
    targetId: 1042,
    impulse: 0.8,
    heading: 1.25 + 0.01 * moment,
    velocity: 96.5,
    posX: 12_345.5 + 4.8 * moment,
    posY: -120.25,
    posZ: -45_678.75 + 1.5 * moment,
    shieldsFore: 78.5,
    shieldsAft: 64.25 - (moment % 4),
    shieldsActive: true,
    energy: 873.5 - 0.05 * moment,
    warpFactor: 2,
    reverse: true,
    docked: true,
    redAlert: true,
    mainScreenView: MainScreenView.LongRange,
    autoBeams: true,
    beamFrequency: BeamFrequency.C,
    shipIndex: 3,
    shipClass: ShipClass.Dreadnought,
    name: 'Intrepid',
  });
}

/** A ship of the computer's, with all fields set. */
export function sampleNpcShip(): NpcShip {
  return Object.assign(createNpcShip(), {
    name: 'Kraken 12',
    posX: -23_456.5,
    posY: 88.25,
    posZ: 34_567.75,
    heading: 4.5,
    velocity: 61.25,
    faction: Faction.Hostile,
    shieldsFore: 40.5,
    shieldsAft: 38.25,
    surrendered: true,
    inNebula: true,
    scanState: ScanState.Twice,
    kind: NpcKind.Elite,
    fleet: 7,
    hull: 0.9,
    cloaked: true,
    weakFrequency: KnownFrequency.B,
    strongFrequency: KnownFrequency.D,
    systems: {
      beams: 1,
      torpedoes: 0.9,
      sensors: 0.8,
      maneuvering: 0.7,
      impulse: 0.6,
      warp: 0.5,
      foreShields: 0.4,
      aftShields: 0.3,
    },
  });
}

/** A list of sessions as a busy gateway has it. */
export function sampleSessions(count: number): SessionSummary[] {
  return Array.from({ length: count }, (_, i) => ({
    id: `${i.toString(16).padStart(8, '0')}-0002-0003-0405-060708090a0b`,
    name: `Friday night bridge ${i}`,
    scenario: 'border-patrol',
    difficulty: 1 + (i % 11),
    state: (i % 3) as GameState,
    ships: 4,
    maxShips: 8,
    players: 21,
    maxPlayers: 48,
    locked: i % 2 === 0,
    creator: `Captain ${i}`,
    createdAt: 1_790_000_000 + i,
  }));
}

/** More masks than a branch predictor can learn by heart, each field set in half of them; the same in every run. */
export function randomMasks(allFields: number): number[] {
  let state = 20;
  return Array.from({ length: 4096 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & allFields;
  });
}

/** A copy with only the fields of a mask. The others are there but undefined, so that all copies have one shape. */
export function pick<T extends object>(
  value: T,
  fields: Readonly<Record<string, number>>,
  mask: number,
): Partial<T> {
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    (mask & fields[name]!) === 0 ? undefined : item,
  ]);
  return Object.fromEntries(entries) as Partial<T>;
}
