import {
  AdditiveBlending,
  BufferGeometry,
  Line,
  LineBasicMaterial,
  type Object3D,
  Sprite,
  SpriteMaterial,
  type Texture,
  type Vector3,
} from 'three';
import { wantsLittleMotion } from '../ui/use-media.js';

interface Effect {
  readonly object: Object3D;
  readonly material: { opacity: number };
  readonly bornAt: number;
  readonly lifeMs: number;
  readonly grow: (age: number) => void;
}

/** What flashes up and goes: beams and explosions. Places are relative to the world's origin. */
export class Effects {
  readonly #parent: Object3D;
  readonly #glow: Texture;
  #live: Effect[] = [];

  constructor(parent: Object3D, glow: Texture) {
    this.#parent = parent;
    this.#glow = glow;
  }

  /** A beam from one place to another. */
  beam(from: Vector3, to: Vector3, color: number, now: number): void {
    const geometry = new BufferGeometry().setFromPoints([from, to]);
    const material = new LineBasicMaterial({
      color,
      transparent: true,
      blending: AdditiveBlending,
      depthWrite: false,
    });
    this.#add({
      object: new Line(geometry, material),
      material,
      bornAt: now,
      lifeMs: 450,
      grow: () => undefined,
    });
    this.flash(to, 60, color, now);
  }

  /** A ball of light that grows to a radius, in units. */
  flash(at: Vector3, radius: number, color: number, now: number): void {
    const material = new SpriteMaterial({
      map: this.#glow,
      color,
      transparent: true,
      blending: AdditiveBlending,
      depthWrite: false,
    });
    const object = new Sprite(material);
    object.position.copy(at);
    // With little motion it lights up and fades, and does not fly apart.
    const spread = wantsLittleMotion() ? () => 1.5 : (age: number) => 0.5 + 2.5 * Math.sqrt(age);
    const grow = (age: number): void => void object.scale.setScalar(radius * spread(age));
    this.#add({ object, material, bornAt: now, lifeMs: 900, grow });
  }

  /** Lets everything fade that is to fade. */
  advance(now: number): void {
    this.#live = this.#live.filter((effect) => {
      const age = (now - effect.bornAt) / effect.lifeMs;
      if (age >= 1) {
        this.#remove(effect);
        return false;
      }
      effect.material.opacity = 1 - age;
      effect.grow(age);
      return true;
    });
  }

  /** Removes all. */
  clear(): void {
    for (const effect of this.#live) this.#remove(effect);
    this.#live = [];
  }

  #add(effect: Effect): void {
    effect.grow(0);
    this.#live.push(effect);
    this.#parent.add(effect.object);
  }

  #remove({ object }: Effect): void {
    this.#parent.remove(object);
    if (object instanceof Line) object.geometry.dispose();
    if (object instanceof Line || object instanceof Sprite)
      (object.material as LineBasicMaterial | SpriteMaterial).dispose();
  }
}
