import { useRef } from 'preact/hooks';

/** A lever or slider: an ordered value that a hand moves, and, where it differs, the actual one that follows. */
export function Lever(props: {
  label: string;
  value: number;
  actual?: number;
  min: number;
  max: number;
  step: number;
  format: (value: number) => string;
  onChange: (value: number) => void;
  orientation?: 'vertical' | 'horizontal';
  /** Where the fill begins; the least by default. */
  origin?: number;
  disabled?: boolean;
  /** Returns to this value when released. */
  springsTo?: number;
  class?: string;
}) {
  const track = useRef<HTMLDivElement>(null);
  const dragging = useRef(false);
  const { min, max, step, value } = props;
  const vertical = props.orientation === 'vertical';
  const share = (x: number): number => Math.min(1, Math.max(0, (x - min) / (max - min)));
  const snap = (x: number): number => Math.min(max, Math.max(min, min + Math.round((x - min) / step) * step));
  const set = (x: number): void => {
    const next = snap(x);
    if (!props.disabled && Math.abs(next - value) > step / 1000) props.onChange(next);
  };
  const point = (event: PointerEvent): void => {
    const box = track.current!.getBoundingClientRect();
    const at = vertical ? 1 - (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width;
    set(min + at * (max - min));
  };
  const release = (): void => {
    if (!dragging.current) return;
    dragging.current = false;
    if (props.springsTo !== undefined) props.onChange(props.springsTo);
  };
  const key = (event: KeyboardEvent): void => {
    const big = (max - min) / 10;
    const to = {
      ArrowUp: value + step,
      ArrowRight: value + step,
      ArrowDown: value - step,
      ArrowLeft: value - step,
      PageUp: value + big,
      PageDown: value - big,
      Home: min,
      End: max,
    }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    set(to);
  };
  const origin = share(props.origin ?? min);
  const shown = share(props.actual ?? value);
  return (
    <div
      class={`lever ${vertical ? 'vertical' : 'horizontal'} ${props.class ?? ''}`}
      role="slider"
      tabIndex={props.disabled ? -1 : 0}
      aria-label={props.label}
      aria-orientation={vertical ? 'vertical' : 'horizontal'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={Number(value.toFixed(4))}
      aria-valuetext={props.format(value)}
      aria-disabled={props.disabled ? 'true' : undefined}
      style={{
        '--knob': share(value).toFixed(4),
        '--from': Math.min(origin, shown).toFixed(4),
        '--to': Math.max(origin, shown).toFixed(4),
      }}
      onKeyDown={key}
      onPointerDown={(event) => {
        if (props.disabled || event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = true;
        point(event);
      }}
      onPointerMove={(event) => dragging.current && point(event)}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <div class="lever-track" ref={track}>
        <div class="lever-fill" />
        <div class="lever-knob" />
      </div>
    </div>
  );
}
