import { ErrorCode } from '../generated/index.js';

/** A request that could not be met. */
export class ArtemisError extends Error {
  override readonly name = 'ArtemisError';
  /** The protocol's code; `Timeout` as well if nobody answered, and undefined if the connection was lost meanwhile. */
  readonly code: ErrorCode | undefined;

  constructor(code: ErrorCode | undefined, message: string) {
    super(message);
    this.code = code;
  }

  /**
   * Nobody answered in time.
   * @internal
   */
  static timeout(): ArtemisError {
    return new ArtemisError(ErrorCode.Timeout, 'The server took too long to answer.');
  }

  /**
   * The connection was lost before an answer came.
   * @internal
   */
  static disconnected(): ArtemisError {
    return new ArtemisError(undefined, 'The connection to the server was lost.');
  }
}
