import { useEffect, useRef, useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { degreesOf } from '../model/units.js';
import { Sparkline } from '../ui/sparkline.js';
import { CloseDrawer } from './close-drawer.js';
import { BadNetwork } from './bad-network.js';

const everyMs = 500;
/** A minute of figures. */
const kept = 120;

/** How the network does, and how the game would be on a worse one. */
export function NetworkPanel({ game, onClose }: { game: GameModel; onClose: () => void }) {
  const history = useRef<{ ping: number[]; bytes: number[] }>({ ping: [], bytes: [] });
  const [, redraw] = useState(0);
  useEffect(() => {
    const sample = (): void => {
      const { pingMs, bytesInPerSecond } = game.network;
      const { ping, bytes } = history.current;
      ping.push(pingMs);
      bytes.push(bytesInPerSecond / 1000);
      if (ping.length > kept) ping.shift();
      if (bytes.length > kept) bytes.shift();
      redraw((count) => count + 1);
    };
    sample();
    const timer = setInterval(sample, everyMs);
    return () => clearInterval(timer);
  }, [game]);
  const network = game.network;
  const total = [...network.bytesByType.values()].reduce((sum, bytes) => sum + bytes, 0);
  const types = [...network.bytesByType].sort((a, b) => b[1] - a[1]);
  return (
    <section class="panel network" aria-label="Network">
      <header>
        <h2 class="eyebrow">Network</h2>
        <CloseDrawer what="network" onClose={onClose} />
      </header>
      <div class="body stack">
        <Figures
          rows={[
            ['Ping', `${network.pingMs.toFixed(0)} ms`],
            ['Jitter', `${network.jitterMs.toFixed(1)} ms`],
            ['Interpolation delay', `${network.delayMs.toFixed(0)} ms`],
            ['Latest update late by', `${network.latenessMs.toFixed(0)} ms`],
          ]}
        />
        <span class="faint small-print">Ping over the last minute</span>
        <Sparkline label="Ping over the last minute" values={history.current.ping} least={50} unit="ms" />
        <Figures
          rows={[
            ['Updates', `${network.updatesPerSecond.toFixed(1)} /s`],
            ['Received', `${(network.bytesInPerSecond / 1000).toFixed(2)} kB/s`],
            ['Sent', `${(network.bytesOutPerSecond / 1000).toFixed(2)} kB/s`],
            ['Objects in sight', String(game.scene.items.size)],
          ]}
        />
        <span class="faint small-print">Received over the last minute</span>
        <Sparkline
          label="Received over the last minute"
          values={history.current.bytes}
          least={1}
          unit="kB/s"
        />
      </div>
      <header>
        <h2 class="eyebrow">Helm prediction</h2>
      </header>
      <div class="body">
        <Figures
          rows={[
            ['Off by', `${network.predictionError.toFixed(2)} units`],
            ['Heading off by', `${degreesOf(network.predictionHeadingError).toFixed(2)}°`],
            ['Jumps', String(network.predictionSnaps)],
          ]}
        />
      </div>
      <header>
        <h2 class="eyebrow">Received by type</h2>
        <span class="faint">{(total / 1000).toFixed(0)} kB</span>
      </header>
      <ul class="body byte-types">
        {types.map(([type, bytes]) => (
          <li key={type}>
            <span class="spread">
              <span class="quiet clip">{inWords(type)}</span>
              <span>{(bytes / 1000).toFixed(1)} kB</span>
            </span>
            <span class="chart-bar" style={{ '--share': (bytes / Math.max(1, total)).toFixed(3) }} />
          </li>
        ))}
      </ul>
      <BadNetwork game={game} />
    </section>
  );
}

/** A type's name as two words of a sentence: `ObjectUpdate` is an object update. */
const inWords = (type: string): string =>
  type.charAt(0) + type.slice(1).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function Figures({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl class="figures">
      {rows.map(([label, value]) => (
        <div key={label} class="spread">
          <dt class="quiet">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
