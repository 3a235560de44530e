import type { BufferGeometry } from 'three';

/** A light on a hull, from its middle, in units. */
export interface Lamp {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly color: number;
  readonly size: number;
  /** Whether it goes on and off. */
  readonly blinks?: boolean;
}

/** An engine's nozzle, from the middle of the hull, in units. */
export interface Nozzle {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
}

/** What all ships of a kind have in common. */
export interface Model {
  readonly geometry: BufferGeometry;
  readonly nozzles: readonly Nozzle[];
  /** Colour of the engines' light. */
  readonly exhaust: number;
  readonly lamps: readonly Lamp[];
}

/** The same on both sides. */
export const pair = <T extends { readonly x: number }>(one: T): T[] => [one, { ...one, x: -one.x }];

/** Red to port, green to starboard and a white one that blinks, as ships that hide nothing carry them. */
export const runningLights = (
  x: number,
  y: number,
  z: number,
  top: readonly [y: number, z: number],
): Lamp[] => [
  { x: -x, y, z, color: 0xff3b30, size: 5 },
  { x, y, z, color: 0x3dff7a, size: 5 },
  { x: 0, y: top[0], z: top[1], color: 0xffffff, size: 6, blinks: true },
];
