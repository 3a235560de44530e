import type { Pose, SceneItem } from '@artemis/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { distance } from '../model/units.js';
import { sideColor, sideOf } from '../radar/marks.js';
import { pagePalette } from '../radar/palette.js';
import { Notice } from '../ui/controls.js';
import { pageScale } from '../ui/page-scale.js';
import { drawTags, drawTargetBracket, type Tag } from './name-tags.js';
import type { Spot } from './space.js';

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
      const { Space } = await import('./space.js');
      if (gone) return;
      const space = new Space(canvas.current!);
      const context = overlay.current!.getContext('2d')!;
      const resize = (): void => {
        // An observer may still tell of a size when the view is gone.
        if (!canvas.current || !overlay.current) return;
        const { clientWidth, clientHeight } = canvas.current;
        const fineness = Math.min(2, devicePixelRatio);
        const [width, height] = [Math.round(clientWidth * fineness), Math.round(clientHeight * fineness)];
        // Setting a size empties the picture, even if it is the one that it has.
        if (overlay.current.width === width && overlay.current.height === height) return;
        space.resize(clientWidth, clientHeight);
        overlay.current.width = width;
        overlay.current.height = height;
        const scale = fineness * pageScale();
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
        drawNames(context, game, eye, (item, into) => space.locate(item, into));
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

/** Names and distances of what is seen; the one aimed at chooses its place first, then the nearest. */
function drawNames(
  c: CanvasRenderingContext2D,
  game: GameModel,
  own: Readonly<Pose>,
  locate: (item: SceneItem, into: Spot) => boolean,
): void {
  const larger = pageScale();
  const width = c.canvas.clientWidth / larger;
  const colors = pagePalette();
  c.clearRect(0, 0, width, c.canvas.clientHeight / larger);
  const target = game.world.playerShips.get(game.ownShipId)?.targetId ?? 0;
  const tags: Tag[] = [];
  const spot: Spot = { left: 0, right: 0, top: 0, bottom: 0 };
  for (const item of game.scene.items.values()) {
    if (item.id === game.ownShipId) continue;
    if (item.kind !== 'npcShip' && item.kind !== 'playerShip' && item.kind !== 'base') continue;
    const away = Math.hypot(item.pose.x - own.x, item.pose.y - own.y, item.pose.z - own.z);
    if (away > farthestName || !locate(item, spot)) continue;
    for (const edge of ['left', 'right', 'top', 'bottom'] as const) spot[edge] /= larger;
    const marked = item.id === target;
    if (marked) drawTargetBracket(c, spot, colors.amber);
    const side = sideOf(item);
    tags.push({
      id: item.id,
      name: item.state.name,
      detail: distance(away),
      side,
      isBase: item.kind === 'base',
      color: sideColor(side, colors),
      x: (spot.left + spot.right) / 2,
      top: spot.top,
      away,
      marked,
    });
  }
  tags.sort((a, b) => Number(b.marked) - Number(a.marked) || a.away - b.away);
  drawTags(c, tags, width, colors.font);
}
