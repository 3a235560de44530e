import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArtemisError, GatewayClient, type GatewayState } from '../../src/client/index.js';
import {
  type Auth,
  encodeAuthFailFrame,
  encodeAuthOkFrame,
  encodeGatewayErrorFrame,
  encodeRedirectFrame,
  encodeSessionListFrame,
  encodeSessionLostFrame,
  ErrorCode,
} from '../../src/generated/index.js';
import { loopback } from './loopback.js';

const playerId = '00000000-0000-4000-8000-000000000001';
const sessionId = '00000000-0000-4000-8000-000000000002';

function gateway(authenticate = true) {
  const heard: Auth[] = [];
  let refusal: Uint8Array | undefined;
  const asked: string[] = [];
  const { factory, connections } = loopback((connection) => ({
    auth: (auth) => {
      heard.push(auth);
      if (refusal) connection().tell(refusal);
      else if (authenticate)
        connection().tell(encodeAuthOkFrame({ playerId, token: auth.token ? undefined : 'secret' }));
    },
    listSessions: () => asked.push('list'),
    joinSession: ({ password }) => asked.push(`join ${password ?? ''}`.trim()),
  }));
  const client = new GatewayClient({ url: 'ws://gateway/', socket: factory, requestTimeoutMs: 1000 });
  const states: GatewayState[] = [];
  client.on('state', (state) => states.push(state));
  /** Answers sign-ins with a frame from now on; with undefined, welcomes them again. */
  const turnAway = (frame: Uint8Array | undefined): void => void (refusal = frame?.slice());
  return { client, connections, heard, asked, states, turnAway };
}

describe('A gateway client', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('registers a free name and is given its token', async () => {
    const { client, connections, heard, states } = gateway();
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!.open();
    expect(await signedIn).toMatchObject({ playerId, token: 'secret' });
    expect(heard[0]).toMatchObject({ name: 'Ada', protocolVersion: '1.0' });
    expect(states).toEqual(['connecting', 'ready']);
  });

  it('fails to sign in with the reason of the gateway, and does not try again', async () => {
    const { client, connections, states } = gateway(false);
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!
      .open()
      .tell(encodeAuthFailFrame({ reason: 'The name is taken.', code: ErrorCode.NameTaken }));
    await expect(signedIn).rejects.toMatchObject({
      code: ErrorCode.NameTaken,
      message: 'The name is taken.',
    });
    await vi.runAllTimersAsync();
    expect(connections).toHaveLength(1);
    expect(states.at(-1)).toBe('closed');
  });

  it('comes back after a loss and signs in with the token that it was given', async () => {
    const { client, connections, heard, states } = gateway();
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!.open();
    await signedIn;
    connections[0]!.drop();
    expect(client.state).toBe('lost');
    await vi.runOnlyPendingTimersAsync();
    connections[1]!.open();
    expect(heard[1]).toMatchObject({ name: 'Ada', token: 'secret' });
    expect(states).toEqual(['connecting', 'ready', 'lost', 'ready']);
  });

  it.each([ErrorCode.Internal, ErrorCode.RateLimited, ErrorCode.ShuttingDown])(
    'asks again, with growing waits, when the gateway is not well as it comes back (code %i)',
    async (code) => {
      const { client, connections, states, turnAway } = gateway();
      const signedIn = client.connect({ name: 'Ada' });
      connections[0]!.open();
      await signedIn;
      turnAway(encodeGatewayErrorFrame({ code, message: 'Not now.' }));
      connections[0]!.drop();
      const waits: number[] = [];
      for (let attempt = 1; attempt <= 3; attempt++) {
        const began = Date.now();
        await vi.runOnlyPendingTimersAsync();
        waits.push(Date.now() - began);
        connections[attempt]!.open();
        expect(client.state).toBe('lost');
      }
      expect(waits[1]).toBeGreaterThan(waits[0]!);
      expect(waits[2]).toBeGreaterThan(waits[1]!);
      turnAway(undefined);
      await vi.runOnlyPendingTimersAsync();
      connections[4]!.open();
      expect(states).toEqual(['connecting', 'ready', 'lost', 'ready']);
      client.close();
    },
  );

  it('says why it ends when it comes back and is refused for good', async () => {
    const { client, connections, states, turnAway } = gateway();
    const told: string[] = [];
    client.on('error', ({ code, message }) => told.push(`${code} ${message}, ${client.state}`));
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!.open();
    await signedIn;
    turnAway(encodeAuthFailFrame({ reason: 'Not yours.', code: ErrorCode.BadToken }));
    connections[0]!.drop();
    const waiting = expect(client.listSessions()).rejects.toMatchObject({ code: ErrorCode.BadToken });
    await vi.advanceTimersByTimeAsync(300);
    connections[1]!.open();
    expect(told).toEqual([`${ErrorCode.BadToken} Not yours., lost`]);
    expect(states.at(-1)).toBe('closed');
    await waiting;
    await expect(client.listSessions()).rejects.toMatchObject({ code: ErrorCode.BadToken });
    expect([connections.length, vi.getTimerCount()]).toEqual([2, 0]);
  });

  it('does not wait for a gateway that is not well at the very first sign-in', async () => {
    const { client, connections, turnAway } = gateway();
    const told: unknown[] = [];
    client.on('error', (error) => told.push(error));
    turnAway(encodeGatewayErrorFrame({ code: ErrorCode.Internal, message: 'Not now.' }));
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!.open();
    await expect(signedIn).rejects.toMatchObject({ code: ErrorCode.Internal });
    expect([client.state, told]).toEqual(['closed', []]);
  });

  it('keeps trying while the gateway cannot be reached at first', async () => {
    const { client, connections } = gateway();
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!.drop();
    await vi.runOnlyPendingTimersAsync();
    connections[1]!.open();
    expect(await signedIn).toMatchObject({ playerId });
  });

  it('asks one thing at a time, so that answers find their requests', async () => {
    const { client, connections, asked } = gateway();
    const signedIn = client.connect({ name: 'Ada' });
    const server = connections[0]!.open();
    await signedIn;
    const list = client.listSessions();
    const seat = client.joinSession(sessionId, 'open sesame');
    expect(asked).toEqual(['list']);
    server.tell(encodeSessionListFrame({ sessions: [] }));
    expect(await list).toEqual([]);
    expect(asked).toEqual(['list', 'join open sesame']);
    server.tell(encodeRedirectFrame({ wsUrl: 'ws://game/', reconnectToken: 't', sessionId }));
    expect(await seat).toMatchObject({ wsUrl: 'ws://game/', reconnectToken: 't' });
  });

  it('fails the request that the gateway refuses, and only that one', async () => {
    const { client, connections } = gateway();
    const signedIn = client.connect({ name: 'Ada' });
    const server = connections[0]!.open();
    await signedIn;
    const seat = client.joinSession(sessionId);
    const list = client.listSessions();
    server.tell(
      encodeGatewayErrorFrame({ code: ErrorCode.WrongPassword, message: 'The password is wrong.' }),
    );
    await expect(seat).rejects.toBeInstanceOf(ArtemisError);
    server.tell(encodeSessionListFrame({ sessions: [] }));
    expect(await list).toEqual([]);
  });

  it('gives up on a request that nobody answers, and begins with a new connection', async () => {
    const { client, connections } = gateway();
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!.open();
    await signedIn;
    const outcome = expect(client.listSessions()).rejects.toMatchObject({ code: ErrorCode.Timeout });
    await vi.advanceTimersByTimeAsync(1000);
    await outcome;
    await vi.advanceTimersByTimeAsync(1000);
    expect(connections).toHaveLength(2);
  });

  it('gives up a stream that cannot be read, and begins anew', async () => {
    const { client, connections } = gateway();
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!.open();
    await signedIn;
    connections[0]!.tell(new Uint8Array(24));
    expect(connections[0]!.readyState).toBe(3);
    await vi.runOnlyPendingTimersAsync();
    connections[1]!.open();
    expect(client.state).toBe('ready');
  });

  it('begins anew when nobody answers its sign-in', async () => {
    const { client, connections } = gateway(false);
    client.connect({ name: 'Ada' }).catch(() => undefined);
    connections[0]!.open();
    await vi.advanceTimersByTimeAsync(1000);
    expect(connections[0]!.readyState).toBe(3);
    await vi.advanceTimersByTimeAsync(300);
    expect(connections).toHaveLength(2);
    client.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails at once where no WebSocket can be made', async () => {
    const client = new GatewayClient({
      url: 'ws://gateway/',
      socket: () => {
        throw new Error('There is no WebSocket here.');
      },
    });
    await expect(client.connect({ name: 'Ada' })).rejects.toThrow('There is no WebSocket here.');
    expect([client.state, vi.getTimerCount()]).toEqual(['closed', 0]);
  });

  it('tells of a session that is gone', async () => {
    const { client, connections } = gateway();
    const lost: string[] = [];
    client.on('sessionLost', ({ reason }) => lost.push(reason));
    const signedIn = client.connect({ name: 'Ada' });
    connections[0]!.open();
    await signedIn;
    connections[0]!.tell(encodeSessionLostFrame({ sessionId, reason: 'Its process ended.' }));
    expect(lost).toEqual(['Its process ended.']);
    client.close();
  });
});
