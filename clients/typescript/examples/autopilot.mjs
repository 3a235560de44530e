// Signs in, makes a game of its own, takes the helm and flies a circle:
//   node examples/autopilot.mjs [GATEWAY]
import { GameClient, GatewayClient } from '@artemis/client';
import { Console, HelmSetImpulseCommand, HelmSetRudderCommand } from '@artemis/client/protocol';
import { WebSocket } from 'ws';

const socket = (url) => new WebSocket(url);
const gateway = new GatewayClient({ url: process.argv[2] ?? 'ws://127.0.0.1:8080/', socket });
const { playerId } = await gateway.connect({ name: `Autopilot ${process.pid}` });
const { sessionId } = await gateway.createSession({ name: 'Circle', scenario: 'border-patrol', maxShips: 1 });
const game = new GameClient({ ...(await gateway.joinSession(sessionId)), playerId, socket });
game.once('start', () => {
  game.order(HelmSetImpulseCommand, { impulse: 1 });
  game.order(HelmSetRudderCommand, { rudder: 0.5 });
});
game.on('update', ({ tick, playerShips }) => {
  const ship = playerShips.get(game.ownShipId);
  if (ship && tick % 20 === 0) console.log(tick, ship.posX, ship.posZ, ship.heading);
});
await game.connect();
game.selectConsole(0, Console.Helm);
game.setReady(true);
game.startGame();
