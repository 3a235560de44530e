/** How a ship moves: the server's own motion step, for prediction at the helm. */
export * from './exact-math.js';
export * from './motion-input.js';
export * from './motion-state.js';
export * from './motion-step.js';
