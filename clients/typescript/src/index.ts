/**
 * The Artemis client SDK.
 *
 * @packageDocumentation
 */
export * from './motion/index.js';
export * from './runtime/index.js';
