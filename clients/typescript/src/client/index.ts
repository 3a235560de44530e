/**
 * The client: connections to gateway and game, and the world as it is to be shown.
 *
 * @packageDocumentation
 */
export * from './artemis-error.js';
export * from './backoff.js';
export * from './clock.js';
export * from './emitter.js';
export * from './game-client.js';
export type { GameClientEvents, GameClientOptions, Seat } from './game-options.js';
export type { GameEvent } from './game-events.js';
export * from './gateway-client.js';
export type * from './gateway-options.js';
export * from './helm-predictor.js';
export * from './link-state.js';
export * from './network-conditioner.js';
export type { NetworkFigures } from './network-meter.js';
export * from './playout-clock.js';
export { type Pose, PoseTrack, turnBetween, wrapHeading } from './pose-track.js';
export * from './scene.js';
export type { PlayerView, SessionView, ShipView } from './session-view.js';
export { environmentSocket, type SocketFactory, type SocketLike } from './socket.js';
export * from './clock-sync.js';
export * from './world.js';
