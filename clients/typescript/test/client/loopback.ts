import type { ClientFrameHandler } from '../../src/generated/index.js';
import {
  ArtemisProtocol,
  beginObjectUpdate,
  createPlayerShip,
  createPlayerShipQuantized,
  createShipMotionQuantized,
  dispatchClientFrame,
  encodePlayerShipEntry,
  encodeShipMotionEntry,
  endObjectUpdate,
  frameWriter,
  type PlayerShip,
  PlayerShipAllFields,
  PlayerShipFields,
  quantizePlayerShip,
  type Removal,
  ShipMotionAllFields,
  UpdateFlags,
} from '../../src/generated/index.js';
import { FrameReader, Origin } from '../../src/runtime/index.js';
import type { SocketFactory, SocketLike } from '../../src/client/socket.js';

/** A server's end of a connection in memory: hears decoded frames, and sends real ones. */
export class Loopback implements SocketLike {
  binaryType = '';
  readyState = 0;
  bufferedAmount = 0;
  onopen: SocketLike['onopen'] = null;
  onclose: SocketLike['onclose'] = null;
  onerror: SocketLike['onerror'] = null;
  onmessage: SocketLike['onmessage'] = null;
  readonly url: string;
  readonly #handler: ClientFrameHandler;
  readonly #frames = new FrameReader(ArtemisProtocol, Origin.Client);

  constructor(url: string, handler: ClientFrameHandler) {
    this.url = url;
    this.#handler = handler;
  }

  /** Lets the client in. */
  open(): this {
    this.readyState = 1;
    this.onopen?.({} as never);
    return this;
  }

  /** Sends frames to the client, as one message. */
  tell(...frames: Uint8Array[]): void {
    const message = new Uint8Array(frames.reduce((size, frame) => size + frame.length, 0));
    let at = 0;
    for (const frame of frames) {
      message.set(frame, at);
      at += frame.length;
    }
    this.onmessage?.({ data: message.buffer } as never);
  }

  /** Ends the connection from the server's side. */
  drop(code = 1006, reason = ''): void {
    this.readyState = 3;
    this.onclose?.({ code, reason } as never);
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    this.#frames.open(data.slice());
    while (this.#frames.next()) dispatchClientFrame(this.#frames, this.#handler);
  }

  // Browsers let nobody else say what RFC 6455 keeps for itself.
  close(code = 1000): void {
    if (code !== 1000 && (code < 3000 || code > 4999)) throw new Error(`${code} is not for applications.`);
    this.readyState = 3;
  }
}

/** A factory of sockets that end here. The newest is last. */
export function loopback(handler: (connection: () => Loopback) => ClientFrameHandler): {
  factory: SocketFactory;
  connections: Loopback[];
} {
  const connections: Loopback[] = [];
  const factory: SocketFactory = (url) => {
    const connection: Loopback = new Loopback(
      url,
      handler(() => connection),
    );
    connections.push(connection);
    return connection;
  };
  return { factory, connections };
}

/** An update with one player ship, whole or in some fields. */
export function shipUpdate(
  tick: number,
  id: number,
  ship: Partial<PlayerShip>,
  options: { snapshot?: boolean; removed?: Removal[]; tickMs?: number } = {},
): Uint8Array {
  beginShips(tick, options.snapshot, options.tickMs);
  encodeShip(id, ship, options.snapshot);
  return endObjectUpdate(frameWriter, { removed: options.removed ?? [] });
}

/** A snapshot as seen from one of some ships, whose motion it holds. */
export function fleetSnapshot(
  tick: number,
  own: number,
  ships: Record<number, Partial<PlayerShip>>,
): Uint8Array {
  beginShips(tick, true);
  for (const [id, ship] of Object.entries(ships)) encodeShip(Number(id), ship, true);
  encodeShipMotionEntry(frameWriter, own, createShipMotionQuantized(), ShipMotionAllFields);
  return endObjectUpdate(frameWriter, { removed: [] });
}

function beginShips(tick: number, snapshot = false, tickMs = 50): void {
  beginObjectUpdate(frameWriter, {
    tick,
    time: tick * tickMs,
    helmSequence: 0,
    flags: snapshot ? UpdateFlags.Snapshot : 0,
  });
}

function encodeShip(id: number, ship: Partial<PlayerShip>, whole = false): void {
  const value = createPlayerShipQuantized();
  quantizePlayerShip({ ...createPlayerShip(), ...ship }, value);
  let mask = whole ? PlayerShipAllFields : 0;
  for (const field of Object.keys(ship)) mask |= PlayerShipFields[field as keyof typeof PlayerShipFields];
  encodePlayerShipEntry(frameWriter, id, value, mask);
}
