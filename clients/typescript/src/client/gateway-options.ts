import type { SessionLost } from '../generated/index.js';
import type { ArtemisError } from './artemis-error.js';
import type { BackoffPolicy } from './backoff.js';
import type { SocketFactory } from './socket.js';

/** How to reach a gateway. */
export interface GatewayClientOptions {
  /** The gateway's WebSocket, such as `ws://127.0.0.1:8080/`. */
  readonly url: string;
  /** Opens sockets; the environment's own by default. */
  readonly socket?: SocketFactory;
  /** How long to wait for an answer, in ms; 15 seconds by default, since a new session may need a process to start. */
  readonly requestTimeoutMs?: number;
  /** When to try again after a loss. */
  readonly backoff?: BackoffPolicy;
}

/** Who signs in. */
export interface Credentials {
  /** What others will see: 1 to 32 bytes. */
  readonly name: string;
  /** The token that came when the name was registered; absent the first time. */
  readonly token?: string;
}

/** How the connection to the gateway stands. */
export type GatewayState =
  | 'idle'
  /** Opening, or signing in. */
  | 'connecting'
  /** Signed in. */
  | 'ready'
  /** Lost; it comes back by itself. */
  | 'lost'
  /** Closed by `GatewayClient.close`, or because the gateway refused the credentials: requests fail with its reason. */
  | 'closed';

/** What a gateway client tells. */
export interface GatewayEvents {
  state: GatewayState;
  /** A session in which one has a seat is gone without warning. */
  sessionLost: SessionLost;
  /** Back after a loss, the gateway did not let one in again, and will not: the client closes. Of the first time, `connect` tells. */
  error: ArtemisError;
}
