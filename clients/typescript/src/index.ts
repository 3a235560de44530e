/**
 * The Artemis client SDK.
 *
 * @packageDocumentation
 */
export * from './client/index.js';
export * from './generated/index.js';
export * from './motion/index.js';
export * from './runtime/index.js';
