import type { GameEvent, Pose, Scene, SceneItem } from '@artemis/client';
import { Faction, NpcKind } from '@artemis/client/protocol';
import {
  AdditiveBlending,
  AmbientLight,
  BufferAttribute,
  BufferGeometry,
  Color,
  DirectionalLight,
  Group,
  Mesh,
  type MeshStandardMaterial,
  type Object3D,
  PerspectiveCamera,
  Points,
  PointsMaterial,
  Scene as ThreeScene,
  Sprite,
  SpriteMaterial,
  type Texture,
  TorusGeometry,
  MeshBasicMaterial,
  SphereGeometry,
  Vector3,
  WebGLRenderer,
} from 'three';
import { sideOf } from '../radar/marks.js';
import { Effects } from './effects.js';
import { cruiser, freighter, raider, rock, station } from './hulls.js';
import { Pace } from './pace.js';
import { glowTexture } from './textures.js';

const nebulaTints = [0x7a5cd0, 0x4682c8, 0xbe5a96, 0x50a096];
const farthest = 60_000;
/** The eye is above the ship, so that what is on her level is not seen edge-on. */
const eyeHeight = 120;
/** The eye looks down a little, so that what is near stands lower in the picture than what is far. */
const pitch = -0.04;

/** Space as one sees it from a ship: three.js behind a few words of the game. */
export class Space {
  readonly camera = new PerspectiveCamera(62, 16 / 9, 2, farthest * 2);
  readonly #renderer: WebGLRenderer;
  readonly #pace: Pace;
  readonly #scene = new ThreeScene();
  readonly #world = new Group();
  readonly #stars: Points;
  readonly #glow: Texture = glowTexture();
  readonly #effects: Effects;
  readonly #objects = new Map<number, { item: SceneItem; object: Object3D }>();

  constructor(canvas: HTMLCanvasElement) {
    this.#renderer = new WebGLRenderer({ canvas, antialias: true, powerPreference: 'high-performance' });
    this.#pace = new Pace(this.#renderer.getContext() as WebGL2RenderingContext);
    this.#renderer.setClearColor(0x03060a);
    this.#stars = starField(this.#glow);
    this.#effects = new Effects(this.#world, this.#glow);
    const sun = new DirectionalLight(0xfff1dc, 2.4);
    sun.position.set(0.6, 0.5, 0.4);
    this.#scene.add(this.#world, this.#stars, new AmbientLight(0x7fa6c8, 0.75), sun);
  }

  /** Fits the picture to its frame, in CSS pixels. */
  resize(width: number, height: number): void {
    this.#renderer.setPixelRatio(this.#fineness);
    this.#renderer.setSize(width, height, false);
    this.camera.aspect = width / Math.max(1, height);
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
    this.#follow(scene, ownShipId);
    // The world moves, not the camera: numbers near the eye stay small and exact.
    this.#world.position.set(-from.x, -from.y - eyeHeight, from.z);
    this.camera.rotation.set(pitch, -(from.heading + turn), 0, 'YXZ');
    this.#effects.advance(now);
    this.#renderer.render(this.#scene, this.camera);
    this.#pace.drawn(now);
    return true;
  }

  get #fineness(): number {
    return Math.min(2, devicePixelRatio) * this.#pace.scale;
  }

  /** Shows what happened. */
  show(event: GameEvent, scene: Scene, now: number): void {
    switch (event.type) {
      case 'explosion': {
        const { posX, posY, posZ, radius } = event.value;
        this.#effects.flash(new Vector3(posX, posY, -posZ), Math.max(180, radius), 0xffb26b, now);
        break;
      }
      case 'beam': {
        const source = scene.items.get(event.value.sourceId);
        const target = scene.items.get(event.value.targetId);
        if (!source || !target) return;
        const color = sideOf(source) === Faction.Hostile ? 0xff6a4a : 0x8fdcff;
        const from = place(source.pose);
        // From below the eye, or one's own beams would be a dot.
        if (source.id === scene.ownShipId) from.y -= 18;
        this.#effects.beam(from, place(target.pose), color, now);
        break;
      }
      case 'torpedoHit': {
        const target = scene.items.get(event.value.targetId);
        if (target) this.#effects.flash(place(target.pose), 140, 0xffd58a, now);
        break;
      }
      default:
    }
  }

  /** Where a place is in the picture: −1 to 1 across and up; undefined if it is behind. */
  project(pose: Readonly<Pose>, into: Vector3): boolean {
    into.set(pose.x, pose.y, -pose.z).add(this.#world.position).project(this.camera);
    return into.z < 1 && Math.abs(into.x) < 1.05 && Math.abs(into.y) < 1.05;
  }

  /** Gives back what the graphics card holds. */
  dispose(): void {
    this.#effects.clear();
    for (const { object } of this.#objects.values()) dispose(object);
    this.#stars.geometry.dispose();
    (this.#stars.material as PointsMaterial).dispose();
    this.#glow.dispose();
    this.#renderer.dispose();
    // A browser gives out a few of them only, and takes back late by itself.
    this.#renderer.forceContextLoss();
  }

  #follow(scene: Scene, ownShipId: number): void {
    for (const [id, entry] of this.#objects) {
      if (scene.items.get(id) === entry.item && id !== ownShipId) continue;
      this.#world.remove(entry.object);
      dispose(entry.object);
      this.#objects.delete(id);
    }
    for (const item of scene.items.values()) {
      if (item.id === ownShipId) continue;
      let entry = this.#objects.get(item.id);
      if (!entry) {
        entry = { item, object: this.#make(item) };
        this.#objects.set(item.id, entry);
        this.#world.add(entry.object);
      }
      const { object } = entry;
      object.position.set(item.pose.x, item.pose.y, -item.pose.z);
      if (item.kind === 'playerShip' || item.kind === 'npcShip') object.rotation.y = -item.pose.heading;
      if (item.kind === 'npcShip') object.visible = !item.state.cloaked;
    }
  }

  #make(item: SceneItem): Object3D {
    switch (item.kind) {
      case 'playerShip':
        return cruiser(0xc9d8e2);
      case 'npcShip':
        if (item.state.kind === NpcKind.Freighter) return freighter(0xb5a878);
        return item.state.faction === Faction.Hostile ? raider(0xd07a60) : cruiser(0x86a6bf);
      case 'base':
        return station(item.state.faction === Faction.Hostile ? 0xa85a48 : 0xaebfca);
      case 'asteroid':
        return rock(Math.max(20, item.state.radius), item.id);
      case 'nebula':
        return this.#cloud(item.state.radius, nebulaTints[item.state.tint % nebulaTints.length]!, item.id);
      case 'blackHole':
        return blackHole(item.state.hurtRadius);
      case 'torpedo':
        return this.#light(46, 0xffe3a8);
      case 'mine':
        return this.#light(30, 0xff7a5c);
      case 'anomaly':
        return this.#light(70, 0x7dffc8);
    }
  }

  #light(size: number, color: number): Sprite {
    const sprite = new Sprite(
      new SpriteMaterial({
        map: this.#glow,
        color,
        blending: AdditiveBlending,
        depthWrite: false,
        transparent: true,
      }),
    );
    sprite.scale.setScalar(size);
    return sprite;
  }

  #cloud(radius: number, color: number, seed: number): Group {
    const group = new Group();
    for (let i = 0; i < 7; i++) {
      const angle = i * 2.4 + seed;
      const away = i === 0 ? 0 : radius * 0.45;
      const puff = this.#light(radius * (1.1 + 0.5 * Math.sin(i * 1.7 + seed)), color);
      puff.material.opacity = 0.22;
      puff.position.set(Math.sin(angle) * away, Math.sin(i * 3.1) * radius * 0.18, Math.cos(angle) * away);
      group.add(puff);
    }
    return group;
  }
}

const place = (pose: Readonly<Pose>): Vector3 => new Vector3(pose.x, pose.y, -pose.z);

function blackHole(radius: number): Group {
  const group = new Group();
  const size = Math.max(120, radius);
  const ring = new TorusGeometry(size * 1.5, size * 0.1, 12, 64);
  ring.rotateX(1.25);
  group.add(new Mesh(new SphereGeometry(size, 32, 16), new MeshBasicMaterial({ color: 0x000000 })));
  group.add(new Mesh(ring, new MeshBasicMaterial({ color: 0xd9c4ff })));
  return group;
}

function starField(glow: Texture): Points {
  const count = 2600;
  const positions = new Float32Array(count * 3);
  const colors = new Float32Array(count * 3);
  const color = new Color();
  let seed = 7;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let i = 0; i < count; i++) {
    const y = random() * 2 - 1;
    const angle = random() * 2 * Math.PI;
    const flat = Math.sqrt(1 - y * y);
    positions.set(
      [Math.cos(angle) * flat, y, Math.sin(angle) * flat].map((v) => v * farthest),
      i * 3,
    );
    color.setHSL(random() < 0.2 ? 0.09 : 0.58, 0.5, 0.35 + 0.6 * random() ** 3);
    color.toArray(colors, i * 3);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('color', new BufferAttribute(colors, 3));
  return new Points(
    geometry,
    new PointsMaterial({
      map: glow,
      size: 5,
      sizeAttenuation: false,
      vertexColors: true,
      transparent: true,
      blending: AdditiveBlending,
      depthWrite: false,
    }),
  );
}

function dispose(object: Object3D): void {
  object.traverse((part) => {
    if (part instanceof Mesh) {
      (part as Mesh<BufferGeometry, MeshStandardMaterial>).geometry.dispose();
      (part as Mesh<BufferGeometry, MeshStandardMaterial>).material.dispose();
    } else if (part instanceof Sprite) part.material.dispose();
  });
}
