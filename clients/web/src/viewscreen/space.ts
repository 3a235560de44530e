import type { GameEvent, Pose, Scene, SceneItem } from '@artemis/client';
import { Faction, Ordnance } from '@artemis/client/protocol';
import { Group, PerspectiveCamera, Scene as ThreeScene, Vector3, WebGLRenderer } from 'three';
import { sideOf } from '../radar/marks.js';
import { wantsLittleMotion } from '../ui/use-media.js';
import { type Anchor, Effects } from './effects.js';
import { type At, Glows } from './glows.js';
import { drawnHeight } from './levels.js';
import { Nebulae } from './nebulae.js';
import { Pace } from './pace.js';
import { Sights } from './sights.js';
import { Sky } from './sky.js';
import { sunDirection } from './sunlight.js';
import { wispTexture } from './textures.js';

const farthest = 60_000;
/** The eye is above the ship, so that what is on her level is not seen edge-on. */
const eyeHeight = 120;
/** The eye looks down a little, so that what is near stands lower in the picture than what is far. */
const pitch = -0.04;
const hostileBeam = 0xff4a2a;
const friendlyBeam = 0x5cc4ff;
const hostileShield = 0xff8a4a;
const friendlyShield = 0x64b8ff;

const blastColors: Readonly<Record<number, number>> = {
  [Ordnance.Homing]: 0xffb45a,
  [Ordnance.Nuke]: 0xffe0a0,
  [Ordnance.Mine]: 0xff7a4a,
  [Ordnance.Emp]: 0x7ab8ff,
  [Ordnance.PShock]: 0xc08aff,
};

/** What something covers of the picture, in CSS pixels. */
export interface Spot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Space as one sees it from a ship: three.js behind a few words of the game. */
export class Space {
  readonly camera = new PerspectiveCamera(62, 16 / 9, 4, farthest * 2);
  readonly #renderer: WebGLRenderer;
  readonly #pace: Pace;
  readonly #scene = new ThreeScene();
  readonly #world = new Group();
  readonly #sky = new Sky();
  readonly #wisps = wispTexture();
  readonly #glows = new Glows(this.#wisps);
  readonly #nebulae = new Nebulae(this.#wisps);
  readonly #sights = new Sights(this.#world);
  readonly #effects = new Effects();
  readonly #eye: At = { x: 0, y: 0, z: 0 };
  #width = 1;
  #height = 1;

  constructor(canvas: HTMLCanvasElement) {
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: 'high-performance' });
    this.#pace = new Pace(this.#renderer.getContext() as WebGL2RenderingContext);
    this.#renderer.setClearColor(0x03060a);
    this.#world.add(this.#nebulae.mesh);
    this.#scene.add(this.#sky.object, this.#world, this.#glows.mesh);
  }

  /** Fits the picture to its frame, in CSS pixels. */
  resize(width: number, height: number): void {
    this.#renderer.setPixelRatio(this.#fineness);
    this.#renderer.setSize(width, height, false);
    [this.#width, this.#height] = [width, Math.max(1, height)];
    this.camera.aspect = width / this.#height;
    this.camera.updateProjectionMatrix();
  }

  /**
   * Draws what is seen from a place, unless the graphics card has not caught up.
   * @param turn - Where one looks, from the heading on, in radians clockwise.
   * @returns Whether it was drawn.
   */
  draw(scene: Scene, from: Readonly<Pose>, ownShipId: number, turn: number, now: number): boolean {
    if (!this.#pace.ready(now)) return false;
    if (this.#renderer.getPixelRatio() !== this.#fineness) this.#renderer.setPixelRatio(this.#fineness);
    Object.assign(this.#eye, { x: from.x, y: from.y + eyeHeight, z: -from.z });
    // The world moves, not the camera: numbers near the eye stay small and exact.
    this.#world.position.set(-this.#eye.x, -this.#eye.y, -this.#eye.z);
    this.camera.rotation.set(pitch, -(from.heading + turn), 0, 'YXZ');
    this.#glows.begin(this.#eye, 1 / (this.#focal * this.#fineness));
    this.#shineSun();
    this.#sky.fit(this.#height * this.#fineness);
    this.#sights.follow(scene, ownShipId, this.#glows, now, wantsLittleMotion());
    this.#nebulae.show(this.#sights.nebulae);
    this.#effects.advance(now, this.#glows, this.#sights.blast, this.#eye);
    this.#glows.end();
    this.#renderer.render(this.#scene, this.camera);
    this.#pace.drawn(now);
    return true;
  }

  get #fineness(): number {
    return Math.min(2, devicePixelRatio) * this.#pace.scale;
  }

  /** Pixels of CSS that a length of 1 has at a distance of 1. */
  get #focal(): number {
    return this.#height / 2 / Math.tan((this.camera.fov * Math.PI) / 360);
  }

  /** Shows what happened. */
  show(event: GameEvent, scene: Scene, now: number): void {
    switch (event.type) {
      case 'explosion': {
        const { posX, posY, posZ, radius } = event.value;
        this.#effects.explosion({ x: posX, y: posY, z: -posZ }, Math.max(150, radius * 0.7), now);
        break;
      }
      case 'beam': {
        const source = scene.items.get(event.value.sourceId);
        const target = scene.items.get(event.value.targetId);
        if (!source || !target) return;
        const color = sideOf(source) === Faction.Hostile ? hostileBeam : friendlyBeam;
        const from = this.#anchor(source, scene.ownShipId);
        this.#effects.beam(from, this.#anchor(target, scene.ownShipId), color, now);
        this.#guard(target, from.at, scene.ownShipId, now);
        break;
      }
      case 'torpedoHit': {
        const target = scene.items.get(event.value.targetId);
        if (!target) return;
        const torpedo = scene.items.get(event.value.torpedoId);
        const anchor = this.#anchor(target, scene.ownShipId);
        const from = torpedo ? this.#anchor(torpedo, scene.ownShipId).at : this.#eye;
        const way = new Vector3()
          .copy(from as Vector3)
          .sub(anchor.at as Vector3)
          .normalize();
        const at = way.multiplyScalar(anchor.reach(from)).add(anchor.at as Vector3);
        this.#effects.impact(at, blastColors[event.value.ordnance] ?? 0xffb45a, now);
        this.#guard(target, from, scene.ownShipId, now);
        break;
      }
      default:
    }
  }

  /** What something covers of the picture; false if its middle is not to be seen. */
  locate(item: SceneItem, into: Spot): boolean {
    const { x, z, heading } = item.pose;
    const y = drawnHeight(item);
    const middle = point
      .set(x, y, -z)
      .sub(this.#eye as Vector3)
      .project(this.camera);
    if (middle.z >= 1 || Math.abs(middle.x) > 1.05 || Math.abs(middle.y) > 1.05) return false;
    into.left = into.top = Infinity;
    into.right = into.bottom = -Infinity;
    const { min, max } = this.#sights.reachOf(item);
    const [sin, cos] = [Math.sin(heading), Math.cos(heading)];
    for (let corner = 0; corner < 8; corner++) {
      const [cx, cz] = [corner & 1 ? max.x : min.x, corner & 2 ? max.z : min.z];
      point.set(x + cx * cos - cz * sin, y + (corner & 4 ? max.y : min.y), -z + cx * sin + cz * cos);
      point.sub(this.#eye as Vector3).project(this.camera);
      // Of what is beside the eye, some is behind it.
      if (point.z >= 1) continue;
      const [px, py] = [((point.x + 1) / 2) * this.#width, ((1 - point.y) / 2) * this.#height];
      into.left = Math.min(into.left, px);
      into.right = Math.max(into.right, px);
      into.top = Math.min(into.top, py);
      into.bottom = Math.max(into.bottom, py);
    }
    return true;
  }

  /** Gives back what the graphics card holds. */
  dispose(): void {
    this.#effects.clear();
    this.#sights.dispose();
    this.#nebulae.dispose();
    this.#glows.dispose();
    this.#wisps.dispose();
    this.#sky.dispose();
    this.#renderer.dispose();
    // A browser gives out a few of them only, and takes back late by itself.
    this.#renderer.forceContextLoss();
  }

  #shineSun(): void {
    const at = { x: 0, y: 0, z: 0 };
    for (const axis of ['x', 'y', 'z'] as const) at[axis] = this.#eye[axis] + sunDirection[axis] * 48_000;
    this.#glows.round(at, 15_000, 0xffd9a0, 0.3, 0);
    this.#glows.round(at, 3400, 0xfff2dc, 0.9, 1.2);
  }

  #anchor(item: SceneItem, ownShipId: number): Anchor {
    const at = new Vector3();
    const { max } = this.#sights.reachOf(item);
    const own = item.id === ownShipId;
    return {
      get at() {
        // From below the eye, or one's own beams would be a dot.
        return at.set(item.pose.x, drawnHeight(item) - (own ? 18 : 0), -item.pose.z);
      },
      reach({ x, z }) {
        if (own) return 60;
        // The hull as an ellipse on her level.
        const bearing = Math.atan2(x - item.pose.x, -z - item.pose.z) - item.pose.heading;
        return 0.8 / Math.hypot(Math.sin(bearing) / max.x, Math.cos(bearing) / max.z);
      },
    };
  }

  /** Lets a shield flash up, where there is one. */
  #guard(target: SceneItem, from: At, ownShipId: number, now: number): void {
    if (target.kind !== 'npcShip' && target.kind !== 'playerShip' && target.kind !== 'base') return;
    if (target.kind === 'playerShip' && !target.state.shieldsActive) return;
    // One's own is around the eye.
    if (target.id === ownShipId) return;
    const { max } = this.#sights.reachOf(target);
    const color = sideOf(target) === Faction.Hostile ? hostileShield : friendlyShield;
    this.#effects.shield(
      this.#anchor(target, ownShipId),
      { ...from },
      1.05 * Math.max(max.x, 1.2 * max.y, max.z),
      color,
      now,
    );
  }
}

const point = new Vector3();
