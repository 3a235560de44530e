/**
 * The Artemis client SDK.
 *
 * @packageDocumentation
 */
export * from './runtime/index.js';
