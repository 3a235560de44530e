import { describe, expect, it } from 'vitest';
import { Emitter } from '../../src/client/emitter.js';
import { environmentSocket, openSocket, type SocketLike } from '../../src/client/socket.js';

class TestSocket implements SocketLike {
  binaryType = 'blob';
  readyState = 0;
  bufferedAmount = 0;
  onopen: SocketLike['onopen'] = null;
  onclose: SocketLike['onclose'] = null;
  onerror: SocketLike['onerror'] = null;
  onmessage: SocketLike['onmessage'] = null;
  readonly sent: Uint8Array[] = [];
  closedWith: [number | undefined, string | undefined] | undefined;
  send(data: Uint8Array<ArrayBuffer>): void {
    this.sent.push(data);
  }
  close(code?: number, reason?: string): void {
    this.readyState = 2;
    this.closedWith = [code, reason];
  }
}

const open = () => {
  const socket = new TestSocket();
  const heard: unknown[] = [];
  const opened = openSocket('ws://x', () => socket, {
    open: () => heard.push('open'),
    message: (bytes) => heard.push([...bytes]),
    close: (close) => heard.push(close),
  });
  return { socket, heard, opened };
};

describe('A socket', () => {
  it('hands on bytes, whether they come as a buffer or as a view of one', () => {
    const { socket, heard } = open();
    socket.onopen?.({} as never);
    socket.onmessage?.({ data: new Uint8Array([1, 2]).buffer } as never);
    socket.onmessage?.({ data: new Uint8Array([9, 3, 9]).subarray(1, 2) } as never);
    socket.onmessage?.({ data: 'text' } as never);
    expect(socket.binaryType).toBe('arraybuffer');
    expect(heard).toEqual(['open', [1, 2], [3]]);
  });

  it('tells its end once, and nothing after it', () => {
    const { socket, heard, opened } = open();
    const onmessage = socket.onmessage;
    opened.close(1000, 'bye');
    onmessage?.({ data: new ArrayBuffer(1) } as never);
    expect(heard).toEqual([{ code: 1006, reason: 'bye' }]);
    expect(socket.closedWith).toEqual([1000, 'bye']);
    expect(socket.onclose).toBeNull();
  });

  it('sends only while it is open', () => {
    const { socket, opened } = open();
    expect(opened.send(new Uint8Array([1]))).toBe(false);
    socket.readyState = 1;
    expect(opened.send(new Uint8Array([1]))).toBe(true);
    expect(socket.sent).toHaveLength(1);
  });

  it('says what to do where there is no WebSocket', () => {
    const before = globalThis.WebSocket;
    Reflect.deleteProperty(globalThis, 'WebSocket');
    try {
      expect(() => environmentSocket('ws://x')).toThrow(/from the package "ws"/);
    } finally {
      if (before) globalThis.WebSocket = before;
    }
  });
});

describe('An emitter', () => {
  class Bell extends Emitter<{ ring: number }> {
    ring(times: number): void {
      this.emit('ring', times);
    }
  }

  it('tells its listeners until they are taken off', () => {
    const bell = new Bell();
    const heard: number[] = [];
    const off = bell.on('ring', (times) => heard.push(times));
    bell.once('ring', (times) => heard.push(times * 10));
    bell.ring(1);
    bell.ring(2);
    off();
    bell.ring(3);
    expect(heard).toEqual([1, 10, 2]);
  });
});
