/** The part of a WebSocket that the SDK uses; browsers, Node 22 and the package `ws` all have it. */
export interface SocketLike {
  binaryType: string;
  /** 0 connecting, 1 open, 2 closing, 3 closed. */
  readonly readyState: number;
  /** Bytes that were sent and not yet handed to the network. */
  readonly bufferedAmount: number;
  onopen: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  send(data: Uint8Array<ArrayBuffer>): void;
  close(code?: number, reason?: string): void;
}

/** Opens a WebSocket. */
export type SocketFactory = (url: string) => SocketLike;

/** What a socket says when it closes. */
export interface SocketClose {
  /** RFC 6455 status; 1006 if the connection broke, or this side closed it. */
  readonly code: number;
  readonly reason: string;
}

/** What a {@link openSocket} caller hears. */
export interface SocketHandlers {
  open(): void;
  message(bytes: Uint8Array): void;
  close(close: SocketClose): void;
}

/** A socket that was opened by {@link openSocket}. */
export interface OpenedSocket {
  /** Sends one message; dropped if the socket is not open. Returns whether it was sent. */
  send(bytes: Uint8Array): boolean;
  /** Closes the socket; `close` is heard at once, and nothing after it. */
  close(code?: number, reason?: string): void;
}

/** The environment's own `WebSocket`. Throws where there is none, as in Node 20: give a factory over the package `ws` there. */
export const environmentSocket: SocketFactory = (url) => {
  if (typeof WebSocket === 'undefined') {
    throw new Error(
      'There is no WebSocket here: pass `socket: (url) => new WebSocket(url)` with one from the package "ws".',
    );
  }
  return new WebSocket(url) as unknown as SocketLike;
};

/** Opens a socket and hears from it at most: one open, messages, one close. Nothing is heard after the close. */
export function openSocket(url: string, factory: SocketFactory, handlers: SocketHandlers): OpenedSocket {
  let done = false;
  const socket = factory(url);
  socket.binaryType = 'arraybuffer';
  const finish = (close: SocketClose): void => {
    if (done) return;
    done = true;
    socket.onopen = socket.onmessage = socket.onclose = null;
    // `ws` throws on an error event that nobody hears, so this listener stays.
    socket.onerror = () => undefined;
    handlers.close(close);
  };
  socket.onopen = () => {
    if (!done) handlers.open();
  };
  socket.onmessage = (event: { data: unknown }) => {
    if (done) return;
    if (event.data instanceof ArrayBuffer) handlers.message(new Uint8Array(event.data));
    else if (ArrayBuffer.isView(event.data)) {
      const { buffer, byteOffset, byteLength } = event.data;
      handlers.message(new Uint8Array(buffer, byteOffset, byteLength));
    }
  };
  socket.onerror = () => undefined;
  socket.onclose = (event: { code?: number; reason?: unknown }) =>
    finish({ code: event.code ?? 1006, reason: typeof event.reason === 'string' ? event.reason : '' });
  return {
    send(bytes) {
      if (done || socket.readyState !== 1) return false;
      socket.send(bytes as Uint8Array<ArrayBuffer>);
      return true;
    },
    close(code = 1000, reason = '') {
      if (done) return;
      try {
        socket.close(code, reason);
      } finally {
        finish({ code: 1006, reason });
      }
    },
  };
}
