import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ArtemisError,
  GameClient,
  type GameEvent,
  type LinkState,
  type SessionView,
} from '../../src/client/index.js';
import {
  beginEvents,
  Console,
  encodeChatMessageFrame,
  encodeCommandRefusedEntry,
  encodeExplosionEntry,
  encodeGameErrorFrame,
  encodePlayerLeftFrame,
  encodePlayerMovedFrame,
  encodeSessionClosingFrame,
  encodeSessionConfiguredFrame,
  encodeSessionStateFrame,
  encodeTimeSyncFrame,
  encodeVersionFrame,
  encodeWelcomeFrame,
  endEvents,
  ErrorCode,
  frameWriter,
  GameState,
  HelmSetImpulseCommand,
  LeaveReason,
  RefusalReason,
  type Rejoin,
  RemovalReason,
  type SessionState,
  ShipClass,
  type TimeSync,
} from '../../src/generated/index.js';
import { Origin } from '../../src/runtime/index.js';
import { fleetSnapshot, type Loopback, loopback, shipUpdate } from './loopback.js';

const ada = '00000000-0000-4000-8000-00000000000a';
const ben = '00000000-0000-4000-8000-00000000000b';
const shipId = 7;

function state(gameState: GameState, snapshot?: Uint8Array): SessionState {
  const player = (playerId: string, name: string, slot: number, console: Console) => ({
    playerId,
    name,
    slot,
    ship: 0,
    console,
    consoles: [console],
    ready: true,
    connected: true,
  });
  return {
    sessionId: '00000000-0000-4000-8000-0000000000ff',
    name: 'Patrol',
    gameState,
    creatorId: ada,
    scenario: 'siege',
    difficulty: 3,
    maxShips: 1,
    ships: [
      { ship: 0, name: 'Artemis', shipClass: ShipClass.Scout, objectId: snapshot ? shipId : 0, captain: ada },
    ],
    players: [player(ada, 'Ada', 0, Console.Helm), player(ben, 'Ben', 1, Console.Weapons)],
    fullSnapshot: snapshot ?? new Uint8Array(0),
  };
}

function game() {
  let now = 1000;
  const rejoins: Rejoin[] = [];
  const orders: [sequence: number, impulse: number][] = [];
  const syncs: TimeSync[] = [];
  const { factory, connections } = loopback(() => ({
    rejoin: (rejoin) => rejoins.push(rejoin),
    command: ({ sequence }, body) => orders.push([sequence, HelmSetImpulseCommand.decode(body).impulse]),
    timeSync: (sync) => syncs.push({ ...sync }),
  }));
  const client = new GameClient({
    wsUrl: 'ws://game/',
    playerId: ada,
    reconnectToken: 'seat',
    socket: factory,
    clock: () => now,
  });
  const links: LinkState['phase'][] = [];
  client.on('link', (link) => links.push(link.phase));
  const enter = (connection: Loopback, entered = state(GameState.Lobby)): Loopback => {
    connection.open();
    connection.tell(
      encodeWelcomeFrame({ text: 'Hello' }),
      encodeVersionFrame({ serverMajor: 1, serverMinor: 3, agreedMajor: 1, agreedMinor: 0 }),
      encodeSessionStateFrame(entered),
    );
    return connection;
  };
  const wait = (ms: number): void => void (now += ms);
  return { client, connections, rejoins, orders, syncs, links, enter, wait, now: () => now };
}

const running = (): SessionState =>
  state(GameState.Running, shipUpdate(100, shipId, { posX: 10 }, { snapshot: true }));

describe('A game client', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes its seat with the token and knows who is there', () => {
    const { client, connections, rejoins, links, enter } = game();
    void client.connect();
    enter(connections[0]!);
    expect(rejoins[0]).toMatchObject({ playerId: ada, reconnectToken: 'seat', protocolVersion: '1.0' });
    expect(links).toEqual(['connecting', 'connected']);
    expect(client.me?.consoles).toEqual([Console.Helm]);
    expect(client.version).toEqual({ major: 1, minor: 0 });
  });

  it('follows the roster in views that never change', () => {
    const { client, connections, enter } = game();
    const views: SessionView[] = [];
    client.on('session', (view) => views.push(view));
    void client.connect();
    const server = enter(connections[0]!);
    server.tell(
      encodePlayerMovedFrame({
        playerId: ben,
        newShip: 0,
        newConsole: Console.Science,
        consoles: [Console.Science],
      }),
    );
    server.tell(encodePlayerLeftFrame({ playerId: ben, reason: LeaveReason.Disconnected }));
    server.tell(encodePlayerLeftFrame({ playerId: ben, reason: LeaveReason.TimedOut }));
    expect(
      views.map((view) => view.players.map(({ name, connected, consoles }) => [name, connected, consoles])),
    ).toEqual([
      [
        ['Ada', true, [Console.Helm]],
        ['Ben', true, [Console.Weapons]],
      ],
      [
        ['Ada', true, [Console.Helm]],
        ['Ben', true, [Console.Science]],
      ],
      [
        ['Ada', true, [Console.Helm]],
        ['Ben', false, [Console.Science]],
      ],
      [['Ada', true, [Console.Helm]]],
    ]);
  });

  it('takes other ships in the lobby as they come, and keeps connection, clock and seats', () => {
    const { client, connections, links, syncs, enter } = game();
    void client.connect();
    const server = enter(connections[0]!);
    const asked = syncs.length;
    server.tell(encodeTimeSyncFrame({ stamp: 5000, echo: 1000 }, Origin.Server));
    const changed = state(GameState.Lobby);
    const ships = [0, 1, 2].map((ship) => ({ ...changed.ships[0]!, ship, shipClass: ShipClass.Battleship }));
    const { name, creatorId, scenario, difficulty } = changed;
    server.tell(
      encodeSessionStateFrame({ ...changed, maxShips: 3, ships }),
      encodeSessionConfiguredFrame({ name, creatorId, scenario, difficulty, maxShips: 3, locked: true }),
    );
    expect(client.session?.ships.map(({ shipClass }) => shipClass)).toEqual(
      ships.map(() => ShipClass.Battleship),
    );
    expect([client.session?.maxShips, client.session?.locked, client.me?.ready]).toEqual([3, true, true]);
    expect([links, syncs.length, client.serverClock.offset]).toEqual([
      ['connecting', 'connected'],
      asked,
      4000,
    ]);
  });

  it('brings the world up from the snapshot and follows its deltas in place', () => {
    const { client, connections, enter } = game();
    void client.connect();
    const server = enter(connections[0]!, running());
    expect(client.ownShipId).toBe(shipId);
    const ship = client.world.playerShips.get(shipId)!;
    expect(ship.posX).toBe(10);
    server.tell(shipUpdate(102, shipId, { posX: 12, energy: 900 }));
    expect(client.world.playerShips.get(shipId)).toBe(ship);
    expect([ship.posX, ship.energy, client.world.tick]).toEqual([12, 900, 102]);
  });

  it('shows the ship that one changed to where she is, and not where the former one would be', () => {
    const { client, connections, enter, wait } = game();
    void client.connect();
    const entered = state(
      GameState.Running,
      fleetSnapshot(100, shipId, { 7: { posX: 10 }, 8: { posX: 5000 } }),
    );
    const intrepid = { ...entered.ships[0]!, ship: 1, name: 'Intrepid', objectId: 8, captain: undefined };
    const server = enter(connections[0]!, { ...entered, ships: [...entered.ships, intrepid] });
    client.advance();
    const consoles = [Console.Helm];
    server.tell(encodePlayerMovedFrame({ playerId: ada, newShip: 1, newConsole: Console.Helm, consoles }));
    expect([client.ownShipId, client.session?.ships[1]?.captain]).toEqual([8, ada]);
    wait(50);
    client.advance();
    expect(client.scene.items.get(8)?.pose.x).toBe(5000);

    server.tell(fleetSnapshot(102, 8, { 8: { posX: 5010 } }));
    wait(50);
    client.advance();
    expect([...client.scene.items.keys()]).toEqual([8]);
    expect(client.scene.items.get(8)?.pose.x).toBe(5010);
  });

  it('forgets at once what was removed, and all at a snapshot', () => {
    const { client, connections, enter } = game();
    void client.connect();
    const server = enter(connections[0]!, running());
    server.tell(shipUpdate(102, 8, { posX: 1 }));
    server.tell(shipUpdate(104, shipId, {}, { removed: [{ id: 8, reason: RemovalReason.Left }] }));
    expect([...client.world.playerShips.keys()]).toEqual([shipId]);
    server.tell(shipUpdate(106, 9, {}, { snapshot: true }));
    expect([...client.world.playerShips.keys()]).toEqual([9]);
  });

  it('shows a removed object until the shown moment reaches its end', () => {
    const { client, connections, enter, wait } = game();
    void client.connect();
    const server = enter(connections[0]!, running());
    server.tell(shipUpdate(102, 8, { posX: 1 }));
    client.advance();
    wait(100);
    server.tell(shipUpdate(104, shipId, {}, { removed: [{ id: 8, reason: RemovalReason.Destroyed }] }));
    client.advance();
    expect(client.scene.items.has(8)).toBe(true);
    wait(101);
    client.advance();
    expect(client.scene.items.has(8)).toBe(false);
  });

  it('goes on showing what comes back before its end was shown', () => {
    const { client, connections, enter, wait } = game();
    void client.connect();
    const server = enter(connections[0]!, running());
    const removed = [{ id: shipId, reason: RemovalReason.Left }];
    for (let tick = 102; tick <= 140; tick += 2) {
      wait(100);
      if (tick === 104) server.tell(shipUpdate(tick, 99, {}, { removed }));
      else server.tell(shipUpdate(tick, tick === 106 ? shipId : 99, { posX: 10 }));
      client.advance();
    }
    expect([...client.scene.items.keys()]).toContain(shipId);
  });

  it('tells events as they come, and again when they are shown', () => {
    const { client, connections, enter, wait } = game();
    const told: string[] = [];
    client.on('event', (event: GameEvent) => told.push(`came ${event.type} ${event.tick}`));
    client.on('sceneEvent', (event) => told.push(`shown ${event.type}`));
    void client.connect();
    const server = enter(connections[0]!, running());
    client.advance();
    beginEvents(frameWriter, { tick: 100 });
    encodeExplosionEntry(frameWriter, { posX: 1, posY: 2, posZ: 3, radius: 100, objectId: 9 });
    server.tell(endEvents(frameWriter));
    client.advance();
    expect(told).toEqual(['came explosion 100']);
    wait(100);
    client.advance();
    expect(told).toEqual(['came explosion 100', 'shown explosion']);
  });

  it('shows the events of a recording at the pace at which it is shown', () => {
    const { client, connections, enter, wait } = game();
    const shown: number[] = [];
    client.on('sceneEvent', (event) => shown.push(event.tick));
    void client.connect();
    // Twice as fast as it was played.
    const fast = { snapshot: true, tickMs: 25 };
    const server = enter(
      connections[0]!,
      state(GameState.Running, shipUpdate(100, shipId, { posX: 10 }, fast)),
    );
    client.advance();
    beginEvents(frameWriter, { tick: 100 });
    encodeExplosionEntry(frameWriter, { posX: 1, posY: 2, posZ: 3, radius: 100, objectId: 9 });
    server.tell(endEvents(frameWriter));
    wait(100);
    client.advance();
    expect(shown).toEqual([100]);
  });

  it('shows nothing of the end of a recording after it has begun anew', () => {
    const { client, connections, enter, wait } = game();
    const shown: number[] = [];
    client.on('sceneEvent', (event) => shown.push(event.tick));
    void client.connect();
    const server = enter(connections[0]!, running());
    client.advance();
    beginEvents(frameWriter, { tick: 110 });
    encodeExplosionEntry(frameWriter, { posX: 1, posY: 2, posZ: 3, radius: 100, objectId: 9 });
    server.tell(endEvents(frameWriter));
    server.tell(shipUpdate(1, shipId, { posX: 10 }, { snapshot: true }));
    for (let tick = 3; tick < 200; tick += 2) {
      wait(100);
      server.tell(shipUpdate(tick, shipId, { posX: 10 }));
      client.advance();
    }
    expect([shown, client.scene.items.size]).toEqual([[], 1]);
  });

  it('numbers its orders from 1, and anew on each connection', async () => {
    const { client, connections, orders, enter } = game();
    void client.connect();
    expect(client.order(HelmSetImpulseCommand, { impulse: 1 })).toBe(0);
    enter(connections[0]!);
    expect(client.order(HelmSetImpulseCommand, { impulse: 0 })).toBe(1);
    expect(client.order(HelmSetImpulseCommand, { impulse: 1 })).toBe(2);
    connections[0]!.drop();
    expect(client.order(HelmSetImpulseCommand, { impulse: 1 })).toBe(0);
    await vi.runOnlyPendingTimersAsync();
    enter(connections[1]!);
    expect(client.order(HelmSetImpulseCommand, { impulse: 1 })).toBe(1);
    expect(orders).toEqual([
      [1, 0],
      [2, 1],
      [1, 1],
    ]);
  });

  it('is told only of its own orders that were refused', () => {
    const { client, connections, enter } = game();
    const refused: number[] = [];
    client.on('refused', ({ sequence }) => refused.push(sequence));
    void client.connect();
    const server = enter(connections[0]!, running());
    beginEvents(frameWriter, { tick: 101 });
    const refusal = { subtype: HelmSetImpulseCommand.id, reason: RefusalReason.Docked };
    encodeCommandRefusedEntry(frameWriter, { ...refusal, sequence: 4, slot: 1 });
    encodeCommandRefusedEntry(frameWriter, { ...refusal, sequence: 5, slot: 0 });
    server.tell(endEvents(frameWriter));
    expect(refused).toEqual([5]);
  });

  it('comes back after a lost connection with the same token, and takes up from a snapshot', async () => {
    const { client, connections, rejoins, links, enter } = game();
    void client.connect();
    enter(connections[0]!, running()).drop();
    expect(client.link).toMatchObject({ phase: 'disconnected', attempt: 1, lostAt: 1000 });
    await vi.runOnlyPendingTimersAsync();
    const snapshot = shipUpdate(300, shipId, { posX: 99 }, { snapshot: true });
    enter(connections[1]!, state(GameState.Running, snapshot));
    expect(rejoins[1]).toMatchObject({ playerId: ada, reconnectToken: 'seat' });
    expect(links).toEqual(['connecting', 'connected', 'disconnected', 'reconnecting', 'connected']);
    expect(client.world.playerShips.get(shipId)?.posX).toBe(99);
  });

  it('does not come back when another connection of the same player took over', async () => {
    const { client, connections, enter } = game();
    void client.connect();
    enter(connections[0]!).drop(4003);
    await vi.runAllTimersAsync();
    expect(connections).toHaveLength(1);
    expect(client.link).toMatchObject({ phase: 'ended', reason: 'replaced' });
  });

  it('ends with the reason when the session closes', () => {
    const { client, connections, enter } = game();
    void client.connect();
    const server = enter(connections[0]!);
    server.tell(encodeSessionClosingFrame({ reason: 'Nobody was here.' }));
    server.drop(1000);
    expect(client.link).toMatchObject({
      phase: 'ended',
      reason: 'sessionClosed',
      message: 'Nobody was here.',
    });
  });

  it('ends when the seat is refused, but only complains of later errors', () => {
    const refused = game();
    void refused.client.connect();
    const error = encodeGameErrorFrame({ code: ErrorCode.BadToken, message: 'Not your seat.' });
    refused.connections[0]!.open().tell(error);
    expect(refused.client.link).toMatchObject({
      phase: 'ended',
      reason: 'refused',
      message: 'Not your seat.',
    });

    const seated = game();
    const errors: ArtemisError[] = [];
    seated.client.on('error', (complaint) => errors.push(complaint));
    void seated.client.connect();
    seated
      .enter(seated.connections[0]!)
      .tell(encodeGameErrorFrame({ code: ErrorCode.SeatTaken, message: 'Taken.' }));
    expect(errors.map(({ code }) => code)).toEqual([ErrorCode.SeatTaken]);
    expect(seated.client.link.phase).toBe('connected');
  });

  it('gives up a stream that cannot be read, and begins anew', async () => {
    const { client, connections, enter } = game();
    const errors: string[] = [];
    client.on('error', ({ message }) => errors.push(message));
    void client.connect();
    enter(connections[0]!).tell(new Uint8Array(24));
    expect(errors).toHaveLength(1);
    expect(client.link.phase).toBe('disconnected');
    await vi.runOnlyPendingTimersAsync();
    expect(connections).toHaveLength(2);
  });

  it('gives up a connection on which nothing is heard, and begins anew', async () => {
    const { client, connections, links, enter } = game();
    void client.connect();
    enter(connections[0]!);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(links.slice(0, 4)).toEqual(['connecting', 'connected', 'disconnected', 'reconnecting']);
    expect(connections[0]!.readyState).toBe(3);
  });

  it('keeps one on which anything is heard, however little', async () => {
    const { client, connections, enter } = game();
    void client.connect();
    const server = enter(connections[0]!);
    for (let heard = 0; heard < 20; heard++) {
      await vi.advanceTimersByTimeAsync(8000);
      server.tell(encodeChatMessageFrame({ from: ben, name: 'Ben', message: 'Still here.' }));
    }
    expect([client.link.phase, connections.length]).toEqual(['connected', 1]);
  });

  it('tries again when a game opens the door and says nothing', async () => {
    const { client, connections } = game();
    void client.connect();
    connections[0]!.open();
    await vi.advanceTimersByTimeAsync(10_300);
    expect([connections[0]!.readyState, connections.length]).toEqual([3, 2]);
    client.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends at once where no WebSocket can be made', async () => {
    const socket = (): never => {
      throw new Error('There is no WebSocket here.');
    };
    const client = new GameClient({ wsUrl: 'ws://game/', playerId: ada, reconnectToken: 'seat', socket });
    await expect(client.connect()).rejects.toThrow('There is no WebSocket here.');
    expect(client.link).toMatchObject({ phase: 'ended', reason: 'gaveUp' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind when it is closed', () => {
    const { client, connections, enter } = game();
    void client.connect();
    enter(connections[0]!, running());
    client.close();
    expect([connections[0]!.readyState, vi.getTimerCount()]).toEqual([3, 0]);
  });

  it('asks the time and answers when asked', () => {
    const { client, connections, syncs, enter, wait } = game();
    void client.connect();
    const server = enter(connections[0]!);
    expect(syncs).toEqual([{ stamp: 1000, echo: 0 }]);
    wait(40);
    server.tell(encodeTimeSyncFrame({ stamp: 5020, echo: 1000 }, Origin.Server));
    expect([client.serverClock.offset, client.network.pingMs]).toEqual([4000, 40]);
    server.tell(encodeTimeSyncFrame({ stamp: 6000, echo: 0 }, Origin.Server));
    expect(syncs.at(-1)).toEqual({ stamp: 1040, echo: 6000 });
  });

  it('hands on what is said', () => {
    const { client, connections, enter } = game();
    const said: string[] = [];
    client.on('chat', ({ name, message }) => said.push(`${name}: ${message}`));
    void client.connect();
    enter(connections[0]!).tell(encodeChatMessageFrame({ from: ben, name: 'Ben', message: '<b>Hello</b>' }));
    expect(said).toEqual(['Ben: <b>Hello</b>']);
  });
});
