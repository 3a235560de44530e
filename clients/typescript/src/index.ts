/**
 * The Artemis client SDK.
 *
 * @packageDocumentation
 */
export * from './generated/index.js';
export * from './motion/index.js';
export * from './runtime/index.js';
