import { expect, test } from 'vitest';
import {
  ArtemisProtocol,
  encodeAuthFrame,
  encodeChatFrame,
  encodeTimeSyncFrame,
  MessageType,
  PacketType,
} from '../../src/generated/index.js';
import { FrameReader, Origin, ProtocolError } from '../../src/runtime/index.js';

const fromClient = () => new FrameReader(ArtemisProtocol, Origin.Client);

function joined(...frames: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(frames.flatMap((frame) => [...frame]));
}

test('A message of several frames is gone through in order', () => {
  const parts = [
    encodeAuthFrame({ name: 'Ada' }),
    encodeTimeSyncFrame({ stamp: 1, echo: 0 }, Origin.Client),
    encodeChatFrame({ message: 'hail' }),
  ];
  const frames = fromClient().open(joined(...parts));
  const seen: unknown[] = [];
  while (frames.next()) seen.push([frames.type, [...frames.frame], frames.body.left]);
  expect(seen).toEqual([
    [MessageType.Auth, [...parts[0]!], parts[0]!.length - 24],
    [PacketType.TimeSync, [...parts[1]!], parts[1]!.length - 24],
    [MessageType.Chat, [...parts[2]!], parts[2]!.length - 24],
  ]);
});

test('A body ends where its frame does, whatever follows', () => {
  const frames = fromClient().open(
    joined(encodeChatFrame({ message: 'a' }), encodeChatFrame({ message: 'b' })),
  );
  expect(frames.next()).toBe(true);
  expect(frames.body.end).toBe(frames.frame.length);
});

test('A reader of frames takes buffers and parts of buffers, one message after another', () => {
  const frames = fromClient();
  const frame = encodeChatFrame({ message: 'hail' });
  const apart = new Uint8Array(frame.length + 9);
  apart.set(frame, 5);
  for (const message of [frame.buffer, apart.subarray(5, 5 + frame.length), frame]) {
    expect(frames.open(message).next()).toBe(true);
    expect(frames.type).toBe(MessageType.Chat);
    expect(frames.next()).toBe(false);
  }
});

test('An empty message has no frames', () => {
  expect(fromClient().open(new Uint8Array(0)).next()).toBe(false);
});

test('A frame that is cut off anywhere is refused', () => {
  const frame = encodeAuthFrame({ name: 'Ada', token: 'secret' });
  for (let length = 1; length < frame.length; length++)
    expect(() => fromClient().open(frame.slice(0, length)).next()).toThrow(ProtocolError);
});
