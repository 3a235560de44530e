import { distance } from '../model/units.js';
import type { Labels, Place } from './labels.js';
import type { Palette } from './palette.js';
import { type Projection, ringStep } from './projection.js';

interface Figure {
  readonly units: number;
  readonly text: string;
  readonly places: readonly Place[];
}

/** How far the rings are: quiet figures, each at that corner of its ring where no contact is. */
export class RingFigures {
  #figures: readonly Figure[] = [];
  #radius = 0;
  #range = 0;

  /** Asks for the figures once all marks are known to the labels. */
  add(p: Projection, labels: Labels, colors: Palette): void {
    if (p.radius !== this.#radius || p.range !== this.#range) this.#measure(p);
    for (const { units, text, places } of this.#figures) {
      // Objects count from 1 on.
      labels.addFigure(-units, text, p.centerX, p.centerY, colors.ink3, places);
    }
  }

  #measure({ radius, range }: Projection): void {
    this.#radius = radius;
    this.#range = range;
    // On a small dial every other ring has its figure.
    const step = ringStep(range) * (radius < 190 ? 2 : 1);
    const figures: Figure[] = [];
    for (let units = step; units < range * 0.999; units += step) {
      const reach = (units / range) * radius * Math.SQRT1_2;
      const [x, y] = [reach + 4, reach + 6];
      figures.push({
        units,
        text: distance(units),
        places: [
          { x, y, align: 'left' },
          { x: -x, y, align: 'right' },
          { x: -x, y: -y, align: 'right' },
          { x, y: -y, align: 'left' },
        ],
      });
    }
    this.#figures = figures;
  }
}
