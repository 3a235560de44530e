/** How long to wait before trying to connect again. */
export interface BackoffPolicy {
  /** Wait before the first try, in ms. */
  readonly firstMs: number;
  /** Longest wait, in ms. */
  readonly maxMs: number;
  /** Share of a wait that is left to chance, 0 to 1, so that a crew does not come back all at once. */
  readonly jitter: number;
  /** Gives up when a connection has been gone for so long, in ms. */
  readonly giveUpAfterMs: number;
}

/** Quick at first, since most losses are short; then each wait is twice the one before. */
export const defaultBackoff: BackoffPolicy = {
  firstMs: 300,
  maxMs: 8000,
  jitter: 0.3,
  giveUpAfterMs: 300_000,
};

/**
 * The wait before a try, in ms.
 * @param attempt - 1 for the first try.
 * @param random - A number from 0 to below 1.
 */
export function backoffDelay(policy: BackoffPolicy, attempt: number, random: number): number {
  const full = Math.min(policy.maxMs, policy.firstMs * 2 ** Math.min(attempt - 1, 30));
  return full * (1 - policy.jitter * random);
}
