import { BufferAttribute, BufferGeometry, Color, Euler, Matrix4, Vector3 } from 'three';
import { mergeVertices, toCreasedNormals } from 'three/addons/utils/BufferGeometryUtils.js';
import { projected } from './projected.js';

/** How a part is painted. */
export interface Paint {
  readonly color: number;
  /** Share of its windows that are lit, 0 to 1; without it there are none. */
  readonly windows?: number;
  /** How strongly it shines by itself, 0 to 1. */
  readonly glow?: number;
}

/** Corners of a cross-section within −1 to 1, counter-clockwise as seen from the stern. */
export type Outline = readonly (readonly [x: number, y: number])[];

/** A cross-section of a hull: how far aft it is, half its width and height, and where its middle is. */
export type Section = readonly [z: number, halfWidth: number, halfHeight: number, y?: number, x?: number];

/** Where a part goes: turned first, in radians about x, y, z, and then moved. */
export interface Placing {
  readonly at?: readonly [x: number, y: number, z: number];
  readonly turn?: readonly [x: number, y: number, z: number];
  /** Whether its mirror image is on the other side. */
  readonly both?: boolean;
}

type Triangle = readonly [a: Vector3, b: Vector3, c: Vector3];

/** Edges less sharp than this, in radians, look round. */
const crease = 0.6;

/** A circle of so many corners. */
export const round = (corners: number): Outline =>
  Array.from({ length: corners }, (_, i) => {
    const angle = ((i + 0.5) / corners) * 2 * Math.PI;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });

/** A square whose corners are cut off by a share of its half side. */
export const cut = (share: number): Outline => {
  const inner = 1 - share;
  return [
    [1, -inner],
    [1, inner],
    [inner, 1],
    [-inner, 1],
    [-1, inner],
    [-1, -inner],
    [-inner, -1],
    [inner, -1],
  ];
};

/** Sharp at the sides, flat above and below. */
export const blade: Outline = [
  [1, 0],
  [0.45, 1],
  [-0.45, 1],
  [-1, 0],
  [-0.45, -1],
  [0.45, -1],
];

/** Wide below, narrow above. */
export const roof: Outline = [
  [1, -1],
  [1, -0.3],
  [0.5, 1],
  [-0.5, 1],
  [-1, -0.3],
  [-1, -1],
];

/** A body put together of parts. Bows point to −z, up is y. */
export class Hull {
  readonly #positions: number[] = [];
  readonly #colors: number[] = [];
  readonly #shine: number[] = [];

  /** A body through cross-sections, from bow to stern, closed at both ends. */
  loft(outline: Outline, sections: readonly Section[], paint: Paint, placing?: Placing): this {
    const rings = sections.map(([z, w, h, y = 0, x = 0]) =>
      outline.map(([ox, oy]) => new Vector3(x + ox * w, y + oy * h, z)),
    );
    const triangles = rings.slice(1).flatMap((ring, i) => between(rings[i]!, ring));
    triangles.push(...cap([...rings[0]!].reverse()), ...cap(rings.at(-1)!));
    return this.#add(triangles, paint, placing);
  }

  /** A flat plate with bevelled edges over a convex outline of x and z, clockwise as seen from above. */
  slab(outline: Outline, thickness: number, paint: Paint, placing?: Placing): this {
    const edge = outline.map(([x, z]) => new Vector3(x, 0, z)).reverse();
    const middle = edge.reduce((sum, corner) => sum.add(corner), new Vector3()).divideScalar(edge.length);
    const face = (y: number): Vector3[] =>
      edge.map((corner) => {
        const way = middle.clone().sub(corner);
        return corner
          .clone()
          .addScaledVector(way, Math.min(0.4, thickness / (way.length() + 1e-6)))
          .setY(y);
      });
    const [above, below] = [face(thickness / 2), face(-thickness / 2)];
    const triangles = [
      ...between(edge, above),
      ...between(below, edge),
      ...cap(above),
      ...cap(below.reverse()),
    ];
    return this.#add(triangles, paint, placing);
  }

  /** A ring around the y axis with the given cross-section. */
  ring(
    outline: Outline,
    radius: number,
    half: readonly [w: number, h: number],
    steps: number,
    paint: Paint,
    placing?: Placing,
  ): this {
    const sections = Array.from({ length: steps }, (_, i) => {
      const angle = (i / steps) * 2 * Math.PI;
      return outline.map(([x, y]) => {
        const away = radius + x * half[0];
        return new Vector3(Math.sin(angle) * away, y * half[1], Math.cos(angle) * away);
      });
    });
    const triangles = sections.flatMap((section, i) => between(sections[(i + 1) % steps]!, section));
    return this.#add(triangles, paint, placing);
  }

  /**
   * The finished body.
   * @param tile - Units that the pattern of its plating covers.
   */
  build(tile: number): BufferGeometry {
    const raw = new BufferGeometry();
    raw.setAttribute('position', new BufferAttribute(new Float32Array(this.#positions), 3));
    raw.setAttribute('color', new BufferAttribute(new Float32Array(this.#colors), 3));
    raw.setAttribute('shine', new BufferAttribute(new Float32Array(this.#shine), 2));
    const loose = toCreasedNormals(raw, crease);
    loose.setAttribute('uv', new BufferAttribute(projected(this.#positions, tile), 2));
    const geometry = mergeVertices(loose);
    geometry.computeBoundingBox();
    geometry.computeBoundingSphere();
    return geometry;
  }

  #add(
    triangles: readonly Triangle[],
    paint: Paint,
    { at = [0, 0, 0], turn = [0, 0, 0], both }: Placing = {},
  ): this {
    const matrix = new Matrix4().makeRotationFromEuler(new Euler(...turn)).setPosition(...at);
    const color = new Color(paint.color);
    const put = (point: Vector3, side: number): void => {
      const { x, y, z } = point.clone().applyMatrix4(matrix);
      this.#positions.push(x * side, y, z);
      this.#colors.push(color.r, color.g, color.b);
      this.#shine.push(paint.windows ?? 0, paint.glow ?? 0);
    };
    for (const [a, b, c] of triangles) {
      for (const point of [a, b, c]) put(point, 1);
      if (both) for (const point of [a, c, b]) put(point, -1);
    }
    return this;
  }
}

/** The walls between two outlines, the second being nearer to the stern. */
function between(front: readonly Vector3[], back: readonly Vector3[]): Triangle[] {
  return front
    .flatMap((a, i) => {
      const next = (i + 1) % front.length;
      const [b, c, d] = [front[next]!, back[next]!, back[i]!];
      return [
        [a, b, d],
        [b, c, d],
      ] as Triangle[];
    })
    .filter(hasArea);
}

const cap = (ring: readonly Vector3[]): Triangle[] =>
  ring
    .slice(2)
    .map((corner, i): Triangle => [ring[0]!, ring[i + 1]!, corner])
    .filter(hasArea);

const hasArea = ([a, b, c]: Triangle): boolean => b.clone().sub(a).cross(c.clone().sub(a)).lengthSq() > 1e-6;
