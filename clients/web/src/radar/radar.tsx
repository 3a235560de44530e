import { useEffect, useRef } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { drawContacts } from './draw-contacts.js';
import { Dial } from './draw-dial.js';
import { drawOwn, type OwnOverlay } from './draw-own.js';
import { Labels } from './labels.js';
import { pageScale } from '../ui/page-scale.js';
import { anyContact, nearestContact, type Pickable } from './pick.js';
import { pagePalette } from './palette.js';
import { type Projection, screenHeading, toScreenX, toScreenY } from './projection.js';
import { RingFigures } from './ring-figures.js';
import { Stillness } from './stillness.js';
import { TerrainLayer } from './terrain-layer.js';

const rim = 36;

/** A round radar with the own ship in its middle. */
export function Radar(props: {
  game: GameModel;
  label: string;
  /** Units from the middle to the rim. */
  range: number;
  onZoom: (direction: 1 | -1) => void;
  /** Hands out courses while a hand steers on the radar; without it the radar does not steer. */
  onSteer?: ((course: number) => void) | undefined;
  /** Hands out a contact that was picked, 0 for none; without it contacts cannot be picked. */
  onPick?: ((id: number) => void) | undefined;
  /** What can be picked; all ships and bases unless told otherwise. */
  pickable?: Pickable;
  selectedId?: number;
  /** A scan that goes on, 0 to 1; a ring around its contact shows it. */
  scan?: { readonly id: number; readonly progress: number } | undefined;
  course?: number | undefined;
  beams?: OwnOverlay['beams'];
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const below = useRef<HTMLCanvasElement>(null);
  const disc = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const view = useRef<Projection>({
    centerX: 0,
    centerY: 0,
    radius: 1,
    worldX: 0,
    worldZ: 0,
    range: props.range,
  });
  const choosing = useRef<number | undefined>(undefined);

  useEffect(() => {
    const element = canvas.current!;
    const context = element.getContext('2d')!;
    const labels = new Labels();
    const figures = new RingFigures();
    const stillness = new Stillness();
    let shown: unknown[] = [];
    const dial = new Dial(below.current!);
    const terrain = new TerrainLayer(disc.current!);
    let scale = 1;
    const own: OwnOverlay = { heading: 0, course: undefined, choosing: undefined, beams: [] };
    const resize = (): void => {
      scale = Math.min(2, devicePixelRatio) * pageScale();
      const width = element.clientWidth / pageScale();
      const height = element.clientHeight / pageScale();
      element.width = Math.round(width * scale);
      element.height = Math.round(height * scale);
      context.setTransform(scale, 0, 0, scale, 0, 0);
      view.current.centerX = width / 2;
      view.current.centerY = height / 2;
      view.current.radius = Math.max(40, Math.min(width, height) / 2 - rim);
    };
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    resize();
    const off = props.game.onFrame((now) => {
      const { game, range, selectedId, scan, course, beams } = latest.current;
      const p = view.current;
      const colors = pagePalette();
      const scene = game.scene;
      const ship = scene.items.get(game.ownShipId);
      p.range += (range - p.range) * 0.2;
      if (Math.abs(p.range - range) < range * 0.002) p.range = range;
      if (ship) {
        p.worldX = ship.pose.x;
        p.worldZ = ship.pose.z;
      }
      dial.draw(p, scale, colors);
      terrain.draw(p, scale, scene, colors);
      // What a hand has done is shown at once.
      const wanted = [choosing.current, course, selectedId, beams];
      const handed = wanted.some((value, index) => value !== shown[index]);
      if (!stillness.isOver(now, p, scale, scene, game.ownShipId) && !handed) return;
      shown = wanted;
      context.clearRect(0, 0, p.centerX * 2, p.centerY * 2);
      labels.begin(scale);
      if (ship) labels.block(toScreenX(p, ship.pose.x), toScreenY(p, ship.pose.z), 12);
      const options = { ownShipId: game.ownShipId, selectedId: selectedId ?? 0, scan };
      drawContacts(context, p, scene, options, colors, labels);
      figures.add(p, labels, colors);
      labels.draw(context, colors.font, p);
      if (!ship) return;
      own.heading = ship.pose.heading;
      own.course = course;
      own.choosing = choosing.current;
      own.beams = beams ?? [];
      drawOwn(context, p, toScreenX(p, ship.pose.x), toScreenY(p, ship.pose.z), own, colors);
    });
    return () => {
      off();
      observer.disconnect();
    };
  }, [props.game]);

  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = canvas.current!.getBoundingClientRect();
    return { x: (event.clientX - box.left) / pageScale(), y: (event.clientY - box.top) / pageScale() };
  };
  const steer = (event: PointerEvent): void => {
    const { x, y } = at(event);
    const p = view.current;
    if (Math.hypot(x - p.centerX, y - p.centerY) < 8) return;
    choosing.current = screenHeading(p.centerX, p.centerY, x, y);
    props.onSteer?.(choosing.current);
  };
  return (
    <div class="radar">
      <canvas ref={below} aria-hidden="true" />
      <div ref={disc} class="radar-disc" aria-hidden="true">
        <canvas />
      </div>
      <canvas
        ref={canvas}
        class={props.onSteer || props.onPick ? 'active' : ''}
        role="img"
        aria-label={props.label}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          const { x, y } = at(event);
          if (props.onPick)
            props.onPick(nearestContact(props.game, view.current, x, y, props.pickable ?? anyContact));
          if (!props.onSteer) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          steer(event);
        }}
        onPointerMove={(event) => choosing.current !== undefined && steer(event)}
        onPointerUp={() => (choosing.current = undefined)}
        onPointerCancel={() => (choosing.current = undefined)}
        onWheel={(event) => {
          event.preventDefault();
          if (Math.abs(event.deltaY) > 2) props.onZoom(event.deltaY > 0 ? 1 : -1);
        }}
      />
    </div>
  );
}
