import { Console } from '@artemis/client/protocol';
import type { GameModel } from '../model/game.js';
import { Communications } from './communications.js';
import { Engineering } from './engineering.js';
import { Helm } from './helm.js';
import { Science } from './science.js';
import { MainScreen } from './main-screen.js';
import { Weapons } from './weapons.js';

/** The console of an id. */
export function ConsoleView({ game, console }: { game: GameModel; console: Console }) {
  switch (console) {
    case Console.Helm:
      return <Helm game={game} />;
    case Console.Weapons:
      return <Weapons game={game} />;
    case Console.Engineering:
      return <Engineering game={game} />;
    case Console.Science:
      return <Science game={game} />;
    case Console.Communications:
      return <Communications game={game} />;
    default:
      return <MainScreen game={game} />;
  }
}
