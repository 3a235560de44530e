/**
 * The client: connections to gateway and game, and the world as it is to be shown.
 *
 * @packageDocumentation
 */
export * from './backoff.js';
export * from './emitter.js';
export * from './link-state.js';
export * from './network-meter.js';
export * from './playout-clock.js';
export * from './pose-track.js';
export * from './socket.js';
export * from './time-sync.js';
