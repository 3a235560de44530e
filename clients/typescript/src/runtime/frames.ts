import { ProtocolError } from './protocol-error.js';
import { Reader } from './reader.js';
import { scratchView, WriterCapacity } from './scratch.js';
import type { Writer } from './writer.js';

/** Bytes before a frame's body. */
export const HeaderSize = 24;

/** Who sent a frame. */
export const Origin = { Server: 1, Client: 2 } as const;

export type Origin = (typeof Origin)[keyof typeof Origin];

/** What the frames of a protocol have in common. */
export interface Framing {
  /** First word of every frame. */
  readonly magic: number;
  /** Largest frame in bytes, header included. */
  readonly frameLimit: number;
}

/** Writes a frame's header, with its lengths still open. */
export function beginFrame(writer: Writer, framing: Framing, origin: Origin, type: number): void {
  writer.reset();
  writer.limit = Math.min(framing.frameLimit, WriterCapacity);
  writer.take(HeaderSize);
  scratchView.setUint32(0, framing.magic, true);
  scratchView.setUint32(8, origin, true);
  scratchView.setUint32(12, 0, true);
  scratchView.setUint32(20, type, true);
}

/** Fills in the lengths, and gives a copy of the whole frame. */
export function endFrame(writer: Writer): Uint8Array<ArrayBuffer> {
  writer.enter();
  scratchView.setUint32(4, writer.at, true);
  scratchView.setUint32(16, writer.at - 20, true);
  return writer.toBytes();
}

/**
 * Begins an entry of an event stream.
 *
 * @returns Where its body begins, for {@link endEntry}.
 */
export function beginEntry(writer: Writer, type: number): number {
  writer.u16(type);
  writer.u16(0);
  return writer.at;
}

/** Ends an entry of an event stream: fills in the length of its body. */
export function endEntry(writer: Writer, body: number): void {
  writer.enter();
  scratchView.setUint16(body - 2, writer.at - body, true);
}

/**
 * Goes through the frames of a WebSocket message. It may be used again and again:
 *
 * ```ts
 * frames.open(message);
 * while (frames.next()) handle(frames.type, frames.body);
 * ```
 */
export class FrameReader {
  /** Type of the present frame. */
  type = 0;
  /** Who sent it. */
  origin: Origin;
  /** Its body: from just behind the header to the frame's end. */
  readonly body = new Reader(new Uint8Array(0));
  private readonly framing: Framing;
  private message = new Uint8Array(0);
  private start = 0;
  private nextStart = 0;

  /**
   * @param framing - Magic word and limit of the protocol.
   * @param origin - Who must have sent the frames.
   */
  constructor(framing: Framing, origin: Origin) {
    this.framing = framing;
    this.origin = origin;
  }

  /** Begins with a message of one or more whole frames. It is not copied, and must stay as it is meanwhile. */
  open(message: ArrayBuffer | Uint8Array<ArrayBuffer>): this {
    this.message = message instanceof Uint8Array ? message : new Uint8Array(message);
    this.body.reset(this.message);
    this.start = this.nextStart = 0;
    return this;
  }

  /** The whole present frame, header included; a view of the message. */
  get frame(): Uint8Array {
    return this.message.subarray(this.start, this.nextStart);
  }

  /**
   * Goes on to the next frame. What was left of the one before is passed over.
   *
   * @returns False at the end of the message.
   * @throws ProtocolError - `Truncated`, `BadMagic`, `BadLength`, `FrameTooLarge` or `WrongOrigin`. The stream cannot be
   * followed after that.
   */
  next(): boolean {
    const { message, framing } = this;
    const at = this.nextStart;
    const left = message.length - at;
    if (left === 0) return false;
    if (left < HeaderSize)
      throw new ProtocolError('Truncated', `a header needs 24 bytes and ${left} are left`, at);

    const body = this.body.reset(message);
    const view = body.view;
    const magic = view.getUint32(at, true);
    if (magic !== framing.magic)
      throw new ProtocolError('BadMagic', `0x${magic.toString(16)} begins no frame`, at);
    const length = view.getUint32(at + 4, true);
    if (length < HeaderSize) throw new ProtocolError('BadLength', `no frame is ${length} bytes long`, at + 4);
    if (length > framing.frameLimit)
      throw new ProtocolError('FrameTooLarge', `${length} bytes are more than ${framing.frameLimit}`, at + 4);
    const remaining = view.getUint32(at + 16, true);
    if (remaining !== length - 20)
      throw new ProtocolError('BadLength', `${remaining} bytes cannot remain of ${length}`, at + 16);
    const origin = view.getUint32(at + 8, true);
    if (origin !== this.origin)
      throw new ProtocolError('WrongOrigin', `origin ${origin} instead of ${this.origin}`, at + 8);
    const padding = view.getUint32(at + 12, true);
    if (padding !== 0)
      throw new ProtocolError('BadLength', `the padding is ${padding} instead of 0`, at + 12);
    if (length > left)
      throw new ProtocolError('Truncated', `${length} bytes are needed and ${left} are left`, at);

    this.start = at;
    this.nextStart = at + length;
    this.type = view.getUint32(at + 20, true);
    body.at = at + HeaderSize;
    body.end = at + length;
    return true;
  }
}
