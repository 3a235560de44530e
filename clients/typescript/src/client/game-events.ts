import type {
  Beam,
  CommandRefused,
  CommsMessage,
  Defeat,
  Docking,
  EventHandler,
  Explosion,
  RedAlert,
  ScanDone,
  ShipLost,
  SystemDamaged,
  TorpedoHit,
  Victory,
} from '../generated/index.js';

interface EventValues {
  explosion: Explosion;
  beam: Beam;
  torpedoHit: TorpedoHit;
  systemDamaged: SystemDamaged;
  scanDone: ScanDone;
  commsMessage: CommsMessage;
  docking: Docking;
  redAlert: RedAlert;
  shipLost: ShipLost;
  victory: Victory;
  defeat: Defeat;
}

/** Something that happened in the game, with the tick in which it did. */
export type GameEvent = {
  [K in keyof EventValues]: { readonly type: K; readonly tick: number; readonly value: EventValues[K] };
}[keyof EventValues];

/** Turns decoded events into {@link GameEvent}s. */
export class EventCollector {
  /** Takes what the generated dispatch decodes. */
  readonly handler: EventHandler;
  /** Tick of the events to come. */
  tick = 0;

  /**
   * @param take - Takes each event.
   * @param refuse - Takes refusals of orders, which are not of the world.
   */
  constructor(take: (event: GameEvent) => void, refuse: (refusal: CommandRefused) => void) {
    const on =
      <K extends keyof EventValues>(type: K) =>
      (value: EventValues[K]): void =>
        take({ type, tick: this.tick, value } as GameEvent);
    this.handler = {
      explosion: on('explosion'),
      beam: on('beam'),
      torpedoHit: on('torpedoHit'),
      systemDamaged: on('systemDamaged'),
      scanDone: on('scanDone'),
      commsMessage: on('commsMessage'),
      docking: on('docking'),
      redAlert: on('redAlert'),
      shipLost: on('shipLost'),
      victory: on('victory'),
      defeat: on('defeat'),
      commandRefused: refuse,
    };
  }
}
