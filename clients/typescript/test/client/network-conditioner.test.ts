import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkConditioner } from '../../src/client/index.js';
import { openSocket } from '../../src/client/socket.js';
import { Loopback } from './loopback.js';

function conditioned(latencyMs: number, jitterMs: number, random: () => number = () => 0.5) {
  const conditioner = new NetworkConditioner({ latencyMs, jitterMs }, random);
  const server = new Loopback('', {});
  const sent: number[] = [];
  server.send = (data) => void sent.push(data[0]!);
  const heard: (string | number)[] = [];
  const client = openSocket(
    'ws://x',
    conditioner.wrap(() => server),
    {
      open: () => heard.push('open'),
      message: (bytes) => heard.push(bytes[0]!),
      close: ({ code }) => heard.push(`closed ${code}`),
    },
  );
  return { conditioner, server, client, sent, heard };
}

describe('A bad network', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes half of its latency each way', () => {
    const { server, client, sent, heard } = conditioned(120, 0);
    server.open();
    vi.advanceTimersByTime(59);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(['open']);
    client.send(new Uint8Array([7]));
    vi.advanceTimersByTime(60);
    expect(sent).toEqual([7]);
  });

  it('never lets a message overtake another, however much it jitters', () => {
    let seed = 1;
    const { server, heard } = conditioned(
      100,
      50,
      () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
    );
    server.open();
    for (let i = 0; i < 50; i++) {
      server.tell(new Uint8Array([i]));
      vi.advanceTimersByTime(3);
    }
    vi.advanceTimersByTime(200);
    expect(heard).toEqual(['open', ...Array.from({ length: 50 }, (_, i) => i)]);
  });

  it('holds everything back during a stall', () => {
    const { conditioner, server, heard } = conditioned(0, 0);
    server.open();
    conditioner.stall(300);
    server.tell(new Uint8Array([1]));
    vi.advanceTimersByTime(299);
    expect(heard).toEqual(['open']);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(['open', 1]);
  });

  it('breaks connections on demand, and loses what was under way', () => {
    const { conditioner, server, heard } = conditioned(100, 0);
    server.open();
    vi.advanceTimersByTime(50);
    server.tell(new Uint8Array([1]));
    conditioner.disconnect();
    vi.advanceTimersByTime(1000);
    expect(heard).toEqual(['open', 'closed 1006']);
    expect(server.readyState).toBe(3);
  });
});
