import type { GameModel } from '../model/game.js';

/** How the network does. */
export function NetworkPanel({ game }: { game: GameModel }) {
  void game.tick.value;
  const network = game.network;
  const rows: readonly (readonly [string, string])[] = [
    ['Round trip', `${network.pingMs.toFixed(0)} ms`],
    ['Jitter', `${network.jitterMs.toFixed(1)} ms`],
    ['Interpolation delay', `${network.delayMs.toFixed(0)} ms`],
    ['Late by', `${network.latenessMs.toFixed(0)} ms`],
    ['Updates', `${network.updatesPerSecond.toFixed(1)} /s`],
    ['Received', `${(network.bytesInPerSecond / 1000).toFixed(2)} kB/s`],
    ['Sent', `${(network.bytesOutPerSecond / 1000).toFixed(2)} kB/s`],
    ['Objects', String(game.scene.items.size)],
  ];
  return (
    <section class="panel" aria-label="Network">
      <header>
        <span class="eyebrow">Network</span>
      </header>
      <dl class="body figures">
        {rows.map(([label, value]) => (
          <div key={label} class="spread">
            <dt class="quiet">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <header>
        <span class="eyebrow">Received by type</span>
      </header>
      <dl class="body figures">
        {[...network.bytesByType].map(([type, bytes]) => (
          <div key={type} class="spread">
            <dt class="quiet">{type}</dt>
            <dd>{(bytes / 1000).toFixed(1)} kB</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
