/** The client's clock: ms from any moment on, never backwards. `performance.now` by default. */
export type Clock = () => number;

/** The environment's own clock. */
export const environmentClock: Clock = () => performance.now();
