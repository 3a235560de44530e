import { ShipSystem, type ShipSystems, type SystemStatus } from '@artemis/client/protocol';

/** The eight systems in their order on the wire. */
export const shipSystems: readonly ShipSystem[] = [
  ShipSystem.Beams,
  ShipSystem.Torpedoes,
  ShipSystem.Sensors,
  ShipSystem.Maneuvering,
  ShipSystem.Impulse,
  ShipSystem.Warp,
  ShipSystem.ForeShields,
  ShipSystem.AftShields,
];

const fields = {
  [ShipSystem.Beams]: 'beams',
  [ShipSystem.Torpedoes]: 'torpedoes',
  [ShipSystem.Sensors]: 'sensors',
  [ShipSystem.Maneuvering]: 'maneuvering',
  [ShipSystem.Impulse]: 'impulse',
  [ShipSystem.Warp]: 'warp',
  [ShipSystem.ForeShields]: 'foreShields',
  [ShipSystem.AftShields]: 'aftShields',
} as const;

/** How one of a ship's systems is. */
export function statusOf(systems: ShipSystems | undefined, system: ShipSystem): SystemStatus | undefined {
  return systems?.[fields[system as keyof typeof fields]];
}

/** What one of a ship's systems can do: its power times its health; 1 while that is not known. */
export function effectOf(systems: ShipSystems | undefined, system: ShipSystem): number {
  const status = statusOf(systems, system);
  return status ? status.power * status.health : 1;
}

/** A setting of all systems at once, in the order of `ShipSystem`. */
export interface PowerPreset {
  readonly name: string;
  readonly hint: string;
  readonly percent: readonly number[];
  readonly coolant: readonly number[];
}

/** Settings that crews use most. */
export const powerPresets: readonly PowerPreset[] = [
  {
    name: 'Even',
    hint: 'Everything at 100 %',
    percent: [100, 100, 100, 100, 100, 100, 100, 100],
    coolant: [1, 1, 1, 1, 1, 1, 1, 1],
  },
  {
    name: 'Cruise',
    hint: 'Impulse and warp; weapons rest',
    percent: [25, 25, 100, 100, 150, 150, 50, 50],
    coolant: [0, 0, 0, 1, 3, 4, 0, 0],
  },
  {
    name: 'Combat',
    hint: 'Beams, turning and fore shields',
    percent: [180, 125, 75, 150, 100, 0, 150, 100],
    coolant: [3, 0, 0, 2, 0, 0, 2, 1],
  },
  {
    name: 'Cool down',
    hint: 'Low power, to save energy and shed heat',
    percent: [25, 25, 50, 50, 50, 0, 50, 50],
    coolant: [1, 1, 1, 1, 1, 1, 1, 1],
  },
];
