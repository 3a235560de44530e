import { Console, Ordnance, ShipClass, ShipSystem, type Tube, TubeState } from '@artemis/client/protocol';
import { signal } from '@preact/signals';
import type { IconName } from '../ui/icon.js';

/** A console as the page presents it. */
export interface ConsoleInfo {
  readonly id: Console;
  readonly slug: string;
  readonly name: string;
  /** For where there is little room. */
  readonly short: string;
  readonly icon: IconName;
  readonly key: string;
  readonly duty: string;
}

/** The six consoles, in the order of their keys. */
export const consoles: readonly ConsoleInfo[] = [
  {
    id: Console.MainScreen,
    slug: 'main-screen',
    name: 'Main screen',
    short: 'Main screen',
    icon: 'mainScreen',
    key: 'F1',
    duty: 'The view that all of the bridge sees.',
  },
  {
    id: Console.Helm,
    slug: 'helm',
    name: 'Helm',
    short: 'Helm',
    icon: 'helm',
    key: 'F2',
    duty: 'Course, impulse, warp and docking.',
  },
  {
    id: Console.Weapons,
    slug: 'weapons',
    name: 'Weapons',
    short: 'Weapons',
    icon: 'weapons',
    key: 'F3',
    duty: 'Targets, beams, torpedoes and shields.',
  },
  {
    id: Console.Engineering,
    slug: 'engineering',
    name: 'Engineering',
    short: 'Engineering',
    icon: 'engineering',
    key: 'F4',
    duty: 'Power, coolant and repairs.',
  },
  {
    id: Console.Science,
    slug: 'science',
    name: 'Science',
    short: 'Science',
    icon: 'science',
    key: 'F5',
    duty: 'Long-range map and scans.',
  },
  {
    id: Console.Communications,
    slug: 'communications',
    name: 'Communications',
    short: 'Comms',
    icon: 'communications',
    key: 'F6',
    duty: 'Hails, orders to bases and red alert.',
  },
];

/** A console by its id. */
export function consoleInfo(id: Console): ConsoleInfo {
  return consoles.find((entry) => entry.id === id) ?? consoles[0]!;
}

/** A scenario, as the server tells of it. */
export interface ScenarioInfo {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** For how many ships, or for whom. */
  readonly crew: string;
}

/** The server's scenarios, the beginners' one first; null as long as they are not known. */
export const scenarios = signal<readonly ScenarioInfo[] | null>(null);

/** A scenario by its id; one that is not known goes by the id. */
export function scenarioInfo(id: string): ScenarioInfo {
  const known = scenarios.value?.find((entry) => entry.id === id);
  return known ?? { id, name: id, description: '', crew: '' };
}

/** A difficulty from 1 to 11 in words. */
export function difficultyWords(difficulty: number): { name: string; description: string } {
  if (difficulty <= 2) return { name: 'Cadet', description: 'Small waves, weak beams, and energy to spare.' };
  if (difficulty <= 4)
    return { name: 'Officer', description: 'A fair fight for a crew that talks to each other.' };
  if (difficulty <= 6)
    return {
      name: 'Veteran',
      description: 'Larger waves that flank. Energy runs down if nobody watches it.',
    };
  if (difficulty <= 8)
    return { name: 'Captain', description: 'Fast, hard-hitting enemies. Every console has to be worked.' };
  if (difficulty <= 10)
    return { name: 'Admiral', description: 'Waves of seventeen and more, and they do not miss.' };
  return { name: 'Hopeless', description: 'They out-range you. Make it a good end.' };
}

const classNames: Record<number, string> = {
  [ShipClass.LightCruiser]: 'Light cruiser',
  [ShipClass.Scout]: 'Scout',
  [ShipClass.Battleship]: 'Battleship',
  [ShipClass.MissileCruiser]: 'Missile cruiser',
  [ShipClass.Dreadnought]: 'Dreadnought',
};

/** A class of ship in words. */
export const shipClassName = (shipClass: ShipClass): string => classNames[shipClass] ?? 'Unknown class';

const ordnanceNames: Record<number, string> = {
  [Ordnance.Homing]: 'Homing',
  [Ordnance.Nuke]: 'Nuke',
  [Ordnance.Mine]: 'Mine',
  [Ordnance.Emp]: 'EMP',
  [Ordnance.PShock]: 'PShock',
};

/** A kind of ordnance in words. */
export const ordnanceName = (ordnance: Ordnance): string => ordnanceNames[ordnance] ?? 'Ordnance';

/** What a tube does, in words. */
export function tubeWords({ state, ordnance }: Tube): string {
  switch (state) {
    case TubeState.Empty:
      return 'Empty';
    case TubeState.Loading:
      return `Loading ${ordnanceName(ordnance)}`;
    case TubeState.Loaded:
      return ordnanceName(ordnance);
    case TubeState.Unloading:
      return `Unloading ${ordnanceName(ordnance)}`;
    default:
      return 'Unknown';
  }
}

const systemNames: Record<number, string> = {
  [ShipSystem.Beams]: 'Beams',
  [ShipSystem.Torpedoes]: 'Torpedoes',
  [ShipSystem.Sensors]: 'Sensors',
  [ShipSystem.Maneuvering]: 'Maneuvering',
  [ShipSystem.Impulse]: 'Impulse',
  [ShipSystem.Warp]: 'Warp',
  [ShipSystem.ForeShields]: 'Fore shields',
  [ShipSystem.AftShields]: 'Aft shields',
};

/** A system of a ship in words. */
export const systemName = (system: ShipSystem): string => systemNames[system] ?? 'System';
