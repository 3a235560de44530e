/**
 * What generated codecs stand on.
 *
 * @packageDocumentation
 */
export type { CommandCodec } from './commands.js';
export * from './errors.js';
export * from './field-runs.js';
export * from './frames.js';
export * from './lists.js';
export * from './messagepack/keys.js';
export * from './messagepack/read.js';
export * from './messagepack/unknown-keys.js';
export * from './messagepack/write.js';
export * from './numbers.js';
export { DecodeStatus, ProtocolError } from './protocol-error.js';
export { putText } from './text-cache.js';
export * from './reader.js';
export { scratchBytes, scratchView, WriterCapacity } from './scratch.js';
export { cutText } from './text.js';
export * from './version.js';
export * from './writer.js';
