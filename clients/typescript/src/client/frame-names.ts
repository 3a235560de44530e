import { MessageType, PacketType } from '../generated/index.js';

const names = new Map<number, string>(
  [...Object.entries(PacketType), ...Object.entries(MessageType)].map(([name, type]) => [type, name]),
);

/** The name of a frame's type, for people. */
export const frameName = (type: number): string => names.get(type) ?? `0x${type.toString(16)}`;
