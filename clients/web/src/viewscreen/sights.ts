import type { Scene, SceneItem } from '@artemis/client';
import { Ordnance } from '@artemis/client/protocol';
import {
  Box3,
  type BufferGeometry,
  Color,
  type Group,
  Mesh,
  type Object3D,
  type ShaderMaterial,
  Vector3,
  Vector4,
} from 'three';
import { BlackHole } from './black-hole.js';
import { type At, type Glows } from './glows.js';
import { hullMaterial } from './hull-material.js';
import type { Model } from './hulls/model.js';
import { rockGeometry, rockShapes } from './rocks.js';
import { drawnHeight } from './levels.js';
import { type HullName, hullOf, ShipModels } from './ship-models.js';
import { platingTexture, rockTexture } from './textures.js';

type Nebula = Extract<SceneItem, { kind: 'nebula' }>;
type Torpedo = Extract<SceneItem, { kind: 'torpedo' }>;

/** Something that stands in the world as a body. */
interface Sight {
  readonly item: SceneItem;
  readonly object: Object3D;
  /** The hull it is shown with; science may find out that it is another. */
  readonly hull: HullName | undefined;
  readonly hole?: BlackHole;
}

const torpedoLights: Readonly<Record<number, number>> = {
  [Ordnance.Homing]: 0xffb45a,
  [Ordnance.Nuke]: 0xff6a5a,
  [Ordnance.Mine]: 0xff7a4a,
  [Ordnance.Emp]: 0x5aa8ff,
  [Ordnance.PShock]: 0xb47aff,
};
const small = new Box3(new Vector3(-20, -20, -20), new Vector3(20, 20, 20));
/** Speed at which engines are at half their brightness, in units per second. */
const cruising = 25;

/** What is to be seen around a ship: bodies that stand in the world, and the lights on them. */
export class Sights {
  /** The nebulae among it. */
  readonly nebulae: Nebula[] = [];
  /** What explosions light hulls with. */
  readonly blast = { blast: { value: new Vector4(0, 0, 0, 1) }, blastColor: { value: new Color(0) } };
  readonly #world: Group;
  readonly #models = new ShipModels();
  readonly #rocks = new Map<number, BufferGeometry>();
  readonly #plating: ShaderMaterial;
  readonly #stone: ShaderMaterial;
  readonly #sights = new Map<number, Sight>();

  constructor(world: Group) {
    this.#world = world;
    this.#plating = hullMaterial(platingTexture(), this.blast);
    this.#stone = hullMaterial(rockTexture(), this.blast);
  }

  /** Brings all to where it is now, and puts its lights into the picture. */
  follow(scene: Scene, ownShipId: number, glows: Glows, now: number, calm: boolean): void {
    for (const [id, sight] of this.#sights) {
      const item = scene.items.get(id);
      if (item === sight.item && id !== ownShipId && hullOf(item) === sight.hull) continue;
      this.#world.remove(sight.object);
      sight.hole?.dispose();
      this.#sights.delete(id);
    }
    this.nebulae.length = 0;
    for (const item of scene.items.values()) {
      if (item.id === ownShipId) continue;
      if (item.kind === 'nebula') this.nebulae.push(item);
      else if (item.kind === 'torpedo') flyTorpedo(item, glows, now, calm);
      else if (item.kind === 'mine') showMine(item.pose, item.id, item.state.armed, glows, now, calm);
      else if (item.kind === 'anomaly') showAnomaly(item.pose, item.id, glows, now, calm);
      else this.#place(item, glows, now, calm);
    }
  }

  /** How far something reaches from its middle, as it is drawn with its bow to the north. */
  reachOf(item: SceneItem): Box3 {
    const name = hullOf(item);
    return name ? this.#models.get(name).geometry.boundingBox! : small;
  }

  dispose(): void {
    for (const { hole } of this.#sights.values()) hole?.dispose();
    this.#models.dispose();
    for (const rock of this.#rocks.values()) rock.dispose();
    for (const material of [this.#plating, this.#stone]) {
      material.uniforms['plating']!.value.dispose();
      material.dispose();
    }
  }

  #place(item: SceneItem, glows: Glows, now: number, calm: boolean): void {
    let sight = this.#sights.get(item.id);
    if (!sight) {
      sight = this.#make(item);
      this.#sights.set(item.id, sight);
      this.#world.add(sight.object);
    }
    const { object, hull, hole } = sight;
    object.position.set(item.pose.x, drawnHeight(item), -item.pose.z);
    if (hole) hole.turn(calm ? 0 : now / 1000);
    if (item.kind === 'asteroid' && !calm) object.rotation.y = item.id + now * 0.00002 * (1 + (item.id % 5));
    if (!hull) return;
    if (item.kind !== 'base') object.rotation.y = -item.pose.heading;
    object.visible = item.kind !== 'npcShip' || !item.state.cloaked;
    if (!object.visible) return;
    const speed = 'velocity' in item.state ? Math.abs(item.state.velocity) : 0;
    shine(this.#models.get(hull), object, speed, item.id, glows, now, calm);
  }

  #make(item: SceneItem): Sight {
    const hull = hullOf(item);
    if (hull) return { item, hull, object: new Mesh(this.#models.get(hull).geometry, this.#plating) };
    if (item.kind === 'blackHole') {
      const hole = new BlackHole();
      hole.object.scale.setScalar(Math.max(120, item.state.hurtRadius));
      return { item, hull, object: hole.object, hole };
    }
    const shape = item.id % rockShapes;
    let rock = this.#rocks.get(shape);
    if (!rock) this.#rocks.set(shape, (rock = rockGeometry(shape)));
    const object = new Mesh(rock, this.#stone);
    object.scale.setScalar(item.kind === 'asteroid' ? Math.max(20, item.state.radius) : 20);
    object.rotation.set(item.id * 1.7, item.id, item.id * 0.6);
    return { item, hull, object };
  }
}

const [here, there] = [new Vector3(), new Vector3()];

/** Engines as bright and long as the ship is fast, and the lamps of a hull. */
function shine(
  model: Model,
  { position, rotation }: Object3D,
  speed: number,
  id: number,
  glows: Glows,
  now: number,
  calm: boolean,
): void {
  const [sin, cos] = [Math.sin(rotation.y), Math.cos(rotation.y)];
  const put = (into: Vector3, x: number, y: number, z: number): Vector3 =>
    into.set(position.x + x * cos + z * sin, position.y + y, position.z - x * sin + z * cos);
  const drive = speed / (speed + cruising);
  for (const { x, y, z, radius } of model.nozzles) {
    put(here, x, y, z + 1);
    glows.round(here, radius * (2.2 + 1.6 * drive), model.exhaust, 0.35 + 0.65 * drive, 0.9);
    if (drive < 0.1) continue;
    put(there, x, y, z + radius * (2 + 9 * drive));
    glows.streak(here, there, radius * 1.1, model.exhaust, 0.7 * drive, 0);
  }
  for (const { x, y, z, color, size, blinks } of model.lamps) {
    const on = !blinks || calm ? 1 : (now / 1300 + id * 0.37) % 1 < 0.16 ? 1.6 : 0.15;
    glows.round(put(here, x, y, z), size * 2, color, 0.8 * on, 0.9);
  }
}

/** A bright head and the trail that it draws. */
function flyTorpedo({ id, pose, state }: Torpedo, glows: Glows, now: number, calm: boolean): void {
  const color = torpedoLights[state.ordnance] ?? 0xffb45a;
  here.set(pose.x, pose.y, -pose.z);
  const [back, aside] = [-Math.sin(pose.heading), Math.cos(pose.heading)];
  there.set(here.x + back * 190, here.y, here.z + aside * 190);
  glows.streak(here, there, 9, color, 0.9, 0);
  there.set(here.x + back * 90, here.y, here.z + aside * 90);
  glows.streak(here, there, 4, 0xffffff, 0.8, 0);
  const beat = calm ? 0 : wobble(now, 90, id);
  glows.round(here, 46 + 6 * beat, color, 0.9, 1.2);
}

/** A dark heart with a warning light; one that is armed is red and bright. */
function showMine(pose: At, id: number, armed: boolean, glows: Glows, now: number, calm: boolean): void {
  here.set(pose.x, pose.y, -pose.z);
  const beat = calm ? 0.8 : 0.55 + 0.45 * wobble(now, armed ? 180 : 420, id);
  const color = armed ? 0xff4a30 : 0xffb03c;
  const strength = armed ? beat : 0.6 * beat;
  glows.round(here, 26, color, strength, 1.1);
  for (let i = 0; i < 6; i++) {
    const angle = (i / 6) * 2 * Math.PI + id;
    there.set(
      here.x + Math.sin(angle) * 24,
      here.y + Math.cos(angle * 2) * 12,
      here.z + Math.cos(angle) * 24,
    );
    glows.streak(here, there, 2.5, color, strength, 0.6);
  }
  if (armed) glows.ring(here, 36, 0xff4a30, 0.5 * beat, 0.12);
}

/** A knot of light with rings about it. */
function showAnomaly(pose: At, id: number, glows: Glows, now: number, calm: boolean): void {
  here.set(pose.x, pose.y, -pose.z);
  const beat = calm ? 0.5 : 0.5 + 0.5 * wobble(now, 700, id);
  glows.round(here, 80, 0x5affc0, 0.55 + 0.25 * beat, 0.9);
  for (let i = 0; i < 3; i++) {
    there.copy(here).setY(here.y + (i - 1) * 22);
    const wave = calm ? i / 3 : (now / 2600 + i / 3) % 1;
    glows.ring(there, 30 + 34 * wave, 0x6affd0, 0.8 * (1 - wave), 0.16);
  }
}

const wobble = (now: number, period: number, phase: number): number => Math.sin(now / period + phase);
