import { defaultPlayout, PlayoutClock, type PlayoutOptions } from './playout-clock.js';
import { type Pose, PoseTrack } from './pose-track.js';
import type { ObjectKind, World, WorldObjects, WorldObserver } from './world.js';

/** Kinds that have a place in the world; the others belong to a ship. */
export type PlacedKind = Exclude<ObjectKind, 'shipMotion' | 'shipSystems' | 'shipTubes'>;

/** An object as it is to be shown: its newest state, and the pose of the moment that is shown. */
export type SceneItem = {
  [K in PlacedKind]: {
    readonly id: number;
    readonly kind: K;
    /** The newest state; its place is ahead of {@link pose}. */
    readonly state: Readonly<WorldObjects[K]>;
    /** Changed in place by {@link Scene.advance}. */
    readonly pose: Pose;
  };
}[PlacedKind];

interface Mover {
  readonly item: SceneItem;
  readonly track: PoseTrack;
  /** Delay beyond that of the clock, in ms: an object is shown behind by its own interval. */
  extra: number;
}

interface Due {
  readonly time: number;
  readonly run: () => void;
}

const moving: ReadonlySet<ObjectKind> = new Set(['playerShip', 'npcShip', 'torpedo']);
const unplaced: ReadonlySet<ObjectKind> = new Set(['shipMotion', 'shipSystems', 'shipTubes']);

// A little inside of the server's borders, whose hysteresis lets an object keep its old rate for a while beyond them.
const nearBorder = 9500;
const midBorder = 19_000;
const torpedoBorder = 4750;

function intervalOf(kind: ObjectKind, away: number): number {
  if (kind === 'torpedo' && away < torpedoBorder) return 50;
  if (away < nearBorder) return 100;
  return away < midBorder ? 500 : 1000;
}

/**
 * The world as it is to be shown: behind the newest update by the interpolation delay, every object moving smoothly between the
 * states that came at its own rate. Removals, and whatever is told by {@link at}, happen when the shown moment reaches them.
 *
 * Call {@link advance} once a frame; then read {@link items}.
 */
export class Scene implements WorldObserver {
  /** What there is to show, by id. */
  readonly items: ReadonlyMap<number, SceneItem>;
  /** The clock that the scene runs on. */
  readonly clock: PlayoutClock;
  /** The moment that is shown, in ms since the game began. */
  time = 0;
  /** Object id of the own ship; rates depend on the distance to it. */
  ownShipId = 0;

  readonly #world: World;
  readonly #items = new Map<number, SceneItem>();
  readonly #movers = new Map<number, Mover>();
  #due: Due[] = [];

  constructor(world: World, options: PlayoutOptions = defaultPlayout) {
    this.#world = world;
    this.items = this.#items;
    this.clock = new PlayoutClock(options);
  }

  /**
   * Moves on to the moment that is to be shown now.
   * @param now - Client clock, in ms; the same that updates were stamped with.
   */
  advance(now: number): void {
    const time = this.clock.time(now);
    const passed = Math.max(0, Math.min(100, time - this.time));
    this.time = time;
    this.#runDue(time);
    const streamTime = this.#world.time;
    for (const mover of this.#movers.values()) {
      const wanted = Math.max(0, mover.track.interval - 100);
      // Half of what time passes at most: an object that comes near or goes away slows down or hurries, and does not jump.
      const change = Math.max(-passed / 2, Math.min(passed / 2, wanted - mover.extra));
      mover.extra += change;
      mover.track.sample(time - mover.extra, streamTime, mover.item.pose);
    }
  }

  /** Runs something when the shown moment reaches a time, in ms since the game began. */
  at(time: number, run: () => void): void {
    this.#due.push({ time, run });
  }

  /** Forgets all, as after a lost connection. */
  reset(): void {
    this.cleared();
    this.#due = [];
    this.clock.reset();
  }

  /** @internal */
  cleared(): void {
    this.#items.clear();
    this.#movers.clear();
  }

  /** @internal */
  changed(kind: ObjectKind, id: number): void {
    if (unplaced.has(kind)) return;
    const state = this.#world.table(kind).get(id) as
      (WorldObjects[PlacedKind] & { heading?: number }) | undefined;
    if (!state) return;
    let item = this.#items.get(id);
    if (item?.state !== state) {
      const pose = { x: state.posX, y: state.posY, z: state.posZ, heading: state.heading ?? 0 };
      item = { id, kind, state, pose } as SceneItem;
      this.#items.set(id, item);
      this.#movers.delete(id);
    }
    if (!moving.has(kind)) {
      item.pose.x = state.posX;
      item.pose.y = state.posY;
      item.pose.z = state.posZ;
      return;
    }
    const away = this.#away(id, state);
    const interval = intervalOf(kind, away);
    let mover = this.#movers.get(id);
    if (!mover)
      this.#movers.set(id, (mover = { item, track: new PoseTrack(), extra: Math.max(0, interval - 100) }));
    const pose = { x: state.posX, y: state.posY, z: state.posZ, heading: state.heading ?? 0 };
    const { velocity = 0 } = state as { velocity?: number };
    mover.track.push(this.#world.time, pose, interval, id === this.ownShipId ? 0 : velocity);
  }

  /** @internal */
  removed(id: number): void {
    const item = this.#items.get(id);
    if (!item) return;
    const extra = this.#movers.get(id)?.extra ?? 0;
    this.at(this.#world.time + extra, () => {
      if (this.#items.get(id) !== item) return;
      this.#items.delete(id);
      this.#movers.delete(id);
    });
  }

  #away(id: number, at: { posX: number; posY: number; posZ: number }): number {
    const own = this.#world.playerShips.get(this.ownShipId);
    if (id === this.ownShipId || !own) return torpedoBorder;
    const [x, y, z] = [at.posX - own.posX, at.posY - own.posY, at.posZ - own.posZ];
    return Math.sqrt(x * x + y * y + z * z);
  }

  #runDue(time: number): void {
    if (this.#due.length === 0) return;
    const ready = this.#due.filter((entry) => entry.time <= time);
    if (ready.length === 0) return;
    this.#due = this.#due.filter((entry) => entry.time > time);
    for (const entry of ready) entry.run();
  }
}
