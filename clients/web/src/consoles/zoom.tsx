import { distance } from '../model/units.js';
import { Icon } from '../ui/icon.js';

/** Buttons to look farther or nearer. */
export function Zoom({ range, onZoom }: { range: number; onZoom: (direction: 1 | -1) => void }) {
  return (
    <div class="zoom" role="group" aria-label="Range">
      <button
        type="button"
        class="button small icon-only"
        aria-label="Look nearer"
        onClick={() => onZoom(-1)}
      >
        <Icon name="zoomIn" />
      </button>
      <output aria-label="Range">{distance(range)}</output>
      <button
        type="button"
        class="button small icon-only"
        aria-label="Look farther"
        onClick={() => onZoom(1)}
      >
        <Icon name="zoomOut" />
      </button>
    </div>
  );
}
