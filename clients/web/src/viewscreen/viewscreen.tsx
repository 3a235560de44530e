import type { Pose, SceneItem } from '@artemis/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { distance } from '../model/units.js';
import { Labels } from '../radar/labels.js';
import { pagePalette } from '../radar/palette.js';
import { drawBracket, sideColor, sideOf } from '../radar/marks.js';
import { Notice } from '../ui/controls.js';

type NamedItem = Extract<SceneItem, { kind: 'npcShip' | 'playerShip' | 'base' }>;

/** What is farther away, in units, goes without a name. */
const farthestName = 20_000;

/** The three-dimensional view out of the ship. three.js is loaded when it is first needed. */
export function Viewscreen({ game, turn, label }: { game: GameModel; turn: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const latest = useRef(turn);
  latest.current = turn;
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    let stop = (): void => undefined;
    const begin = async (): Promise<void> => {
      const [{ Space }, { Vector3 }] = await Promise.all([import('./space.js'), import('three')]);
      if (gone) return;
      const space = new Space(canvas.current!);
      const point = new Vector3();
      const labels = new Labels();
      const context = overlay.current!.getContext('2d')!;
      const resize = (): void => {
        // An observer may still tell of a size when the view is gone.
        if (!canvas.current || !overlay.current) return;
        const { clientWidth, clientHeight } = canvas.current;
        const scale = Math.min(2, devicePixelRatio);
        const [width, height] = [Math.round(clientWidth * scale), Math.round(clientHeight * scale)];
        // Setting a size empties the picture, even if it is the one that it has.
        if (overlay.current.width === width && overlay.current.height === height) return;
        space.resize(clientWidth, clientHeight);
        overlay.current.width = width;
        overlay.current.height = height;
        context.setTransform(scale, 0, 0, scale, 0, 0);
      };
      const observer = new ResizeObserver(resize);
      observer.observe(canvas.current!);
      resize();
      const offEvent = game.onSceneEvent((event) => space.show(event, game.scene, performance.now()));
      // A crew whose ship is lost looks on from where she was.
      const eye: Pose = { x: 0, y: 0, z: 0, heading: 0 };
      const offFrame = game.onFrame((now) => {
        Object.assign(eye, game.scene.items.get(game.ownShipId)?.pose);
        if (!space.draw(game.scene, eye, game.ownShipId, latest.current, now)) return;
        drawLabels(context, labels, game, eye, (pose) => (space.project(pose, point) ? point : undefined));
      });
      stop = () => {
        offFrame();
        offEvent();
        observer.disconnect();
        space.dispose();
      };
    };
    begin().catch(() =>
      setProblem('This browser cannot draw the view outside. The tactical view still works.'),
    );
    return () => {
      gone = true;
      stop();
    };
  }, [game]);

  return (
    <div class="viewscreen">
      <canvas ref={canvas} role="img" aria-label={label} />
      <canvas ref={overlay} aria-hidden="true" />
      {problem && (
        <div class="viewscreen-problem">
          <Notice kind="amber">{problem}</Notice>
        </div>
      )}
    </div>
  );
}

/** Names and distances of what is seen; the nearest choose their places first. */
function drawLabels(
  c: CanvasRenderingContext2D,
  labels: Labels,
  game: GameModel,
  own: Readonly<Pose>,
  project: (pose: Readonly<Pose>) => { x: number; y: number } | undefined,
): void {
  const width = c.canvas.clientWidth;
  const height = c.canvas.clientHeight;
  const colors = pagePalette();
  c.clearRect(0, 0, width, height);
  const target = game.world.playerShips.get(game.ownShipId)?.targetId ?? 0;
  const seen: { item: NamedItem; away: number }[] = [];
  for (const item of game.scene.items.values()) {
    if (item.id === game.ownShipId) continue;
    if (item.kind !== 'npcShip' && item.kind !== 'playerShip' && item.kind !== 'base') continue;
    const away = Math.hypot(item.pose.x - own.x, item.pose.y - own.y, item.pose.z - own.z);
    if (away <= farthestName) seen.push({ item, away });
  }
  seen.sort((a, b) => a.away - b.away);
  labels.begin();
  for (const { item, away } of seen) {
    const at = project(item.pose);
    if (!at) continue;
    const x = ((at.x + 1) / 2) * width;
    const y = ((1 - at.y) / 2) * height;
    if (item.id === target) drawBracket(c, x, y, colors.amber);
    const rank = item.id === target ? 2 : item.kind === 'npcShip' ? 0 : 1;
    labels.add(
      item.id,
      `${item.state.name} · ${distance(away)}`,
      x,
      y,
      sideColor(sideOf(item), colors),
      rank,
    );
  }
  labels.draw(c, colors.font);
}
