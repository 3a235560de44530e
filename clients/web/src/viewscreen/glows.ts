import {
  BufferAttribute,
  CustomBlending,
  DoubleSide,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  OneFactor,
  OneMinusSrcColorFactor,
  ShaderMaterial,
  type Texture,
} from 'three';

/** A place in the world, in three.js' axes: north is −z. */
export interface At {
  x: number;
  y: number;
  z: number;
}

/** A colour as it is seen, of 0 to 1 each; more is brighter than white. */
export type Light = readonly [r: number, g: number, b: number];

/** A colour of 24 bits, made darker or brighter. */
export const lightOf = (color: number, strength = 1): Light => [
  (((color >> 16) & 255) / 255) * strength,
  (((color >> 8) & 255) / 255) * strength,
  ((color & 255) / 255) * strength,
];

const most = 3000;
/** Numbers that each light has in the buffer: from and radius, to and shape, colour and its last figure. */
const stride = 12;
const shapes = { round: 0, streak: 1, ring: 2, shell: 3, wisp: 4 } as const;

const vertexShader = /* glsl */ `
attribute vec4 from, to, tint;
uniform float pixel;
varying vec2 vAt, vUv;
varying vec4 vTint;
varying vec3 vHit;
varying float vShape;

void main() {
  vAt = position.xy;
  vTint = tint;
  vShape = to.w;
  vHit = mat3(viewMatrix) * to.xyz;
  vec3 a = (viewMatrix * vec4(from.xyz, 1.0)).xyz;
  float radius = from.w;
  vec3 at;
  vUv = vec2(0.0);
  if (to.w > 3.5) {
    vec2 turned = mat2(to.x, to.y, -to.y, to.x) * vAt;
    vUv = (vec2(mod(to.z, 2.0), floor(to.z * 0.5)) + vAt * 0.5 + 0.5) * 0.5;
    at = a * max(0.2, 1.0 - 0.5 * radius / length(a)) + vec3(turned, 0.0) * radius;
  } else if (to.w > 2.5) {
    // Drawn where the shell is nearest to the eye, so that the hull in it does not cut it.
    float nearer = max(0.2, 1.0 - radius / length(a));
    at = (a + vec3(vAt.x, vAt.y * 0.7, 0.0) * radius) * nearer;
  } else if (to.w > 1.5) {
    at = a + mat3(viewMatrix) * vec3(vAt.x, 0.0, vAt.y) * radius;
  } else if (to.w > 0.5) {
    vec3 b = (viewMatrix * vec4(to.xyz, 1.0)).xyz;
    vec3 p = vAt.y < 0.0 ? a : b;
    float least = max(radius, pixel * -p.z);
    at = p + normalize(cross(b - a, p) + vec3(1e-6, 0.0, 0.0)) * vAt.x * least;
  } else {
    float least = max(radius, 1.5 * pixel * -a.z);
    vTint.rgb *= 0.3 + 0.7 * radius / least;
    // A little before what it is on, which would cut it in two.
    float nearer = max(0.2, 1.0 - 0.5 * radius / length(a));
    at = (a + vec3(vAt, 0.0) * least) * nearer;
  }
  gl_Position = projectionMatrix * vec4(at, 1.0);
}`;

const fragmentShader = /* glsl */ `
uniform sampler2D wisp;
varying vec2 vAt, vUv;
varying vec4 vTint;
varying vec3 vHit;
varying float vShape;

void main() {
  vec3 light;
  float r = length(vAt);
  if (vShape > 3.5) {
    float flame = texture2D(wisp, vUv).r;
    light = vTint.rgb * flame * (1.0 + vTint.a * flame * flame);
  } else if (vShape > 2.5) {
    if (r > 1.0) discard;
    vec3 n = vec3(vAt, sqrt(1.0 - r * r));
    float hit = max(0.0, dot(n, vHit));
    float cell = 0.75 + 0.25 * sin(n.x * 38.0) * sin(n.y * 38.0);
    float side = smoothstep(-0.35, 0.9, dot(n, vHit));
    float film = side * pow(1.0 - n.z, 2.5) + vTint.a * cell * pow(hit, 9.0) + 0.22 * side;
    light = vTint.rgb * film * smoothstep(1.0, 0.97, r);
  } else if (vShape > 1.5) {
    float band = (r - 1.0 + vTint.a) / vTint.a;
    light = vTint.rgb * (r < 1.0 && band > 0.0 ? band * band * smoothstep(1.0, 0.96, r) : 0.0);
  } else if (vShape > 0.5) {
    float across = max(0.0, 1.0 - abs(vAt.x));
    float along = vAt.y * 0.5 + 0.5;
    float f = across * across * mix(1.0, vTint.a, along);
    light = vTint.rgb * f + vec3(0.35) * max(vTint.r, vTint.b) * pow(across, 6.0) * mix(1.0, vTint.a, along);
  } else {
    float f = max(0.0, 1.0 - r);
    float core = smoothstep(0.34, 0.0, r) * vTint.a;
    light = vTint.rgb * (f * f * f + core) + vec3(0.7) * core * core * max(max(vTint.r, vTint.g), vTint.b);
  }
  gl_FragColor = vec4(min(light, 1.0), 1.0);
}`;

/**
 * Everything that shines by itself: engines, lamps, beams, torpedoes, explosions. They are said anew for each picture and
 * drawn at once, so that any number of them costs one call and none has to be given back.
 */
export class Glows {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  readonly #data = new Float32Array(most * stride);
  readonly #buffer = new InstancedInterleavedBuffer(this.#data, stride);
  readonly #eye: At = { x: 0, y: 0, z: 0 };
  #count = 0;

  /** @param wisps - Wisps of cloud, as {@link wispTexture} paints them. */
  constructor(wisps: Texture) {
    const geometry = new InstancedBufferGeometry();
    const corners = new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]);
    geometry.setAttribute('position', new BufferAttribute(corners, 3));
    geometry.setIndex([0, 1, 2, 0, 2, 3]);
    for (const [name, offset] of [
      ['from', 0],
      ['to', 4],
      ['tint', 8],
    ] as const)
      geometry.setAttribute(name, new InterleavedBufferAttribute(this.#buffer, 4, offset));
    const material = new ShaderMaterial({
      vertexShader,
      fragmentShader,
      uniforms: { pixel: { value: 0.001 }, wisp: { value: wisps } },
      transparent: true,
      depthWrite: false,
      blending: CustomBlending,
      blendSrc: OneFactor,
      // Light upon light grows brighter, and never to flat white.
      blendDst: OneMinusSrcColorFactor,
      side: DoubleSide,
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 10;
  }

  /**
   * Begins a picture.
   * @param eye - Where it is seen from.
   * @param pixel - Height of a pixel at a distance of 1.
   */
  begin(eye: At, pixel: number): void {
    Object.assign(this.#eye, eye);
    this.mesh.material.uniforms['pixel']!.value = pixel;
    this.#count = 0;
  }

  /**
   * A soft ball of light.
   * @param color - Of 24 bits; a strength of more than 1 is brighter than it.
   * @param core - How bright its middle is besides.
   */
  round(at: At, radius: number, color: number, strength: number, core = 1): void {
    this.#put(at, radius, 0, 0, 0, shapes.round, core);
    this.#paint(color, strength);
  }

  /**
   * A line of light.
   * @param end - How bright its end is, as a share of its beginning.
   */
  streak(from: At, to: At, radius: number, color: number, strength: number, end = 1): void {
    const { x, y, z } = this.#eye;
    this.#put(from, radius, to.x - x, to.y - y, to.z - z, shapes.streak, end);
    this.#paint(color, strength);
  }

  /**
   * A level ring.
   * @param width - Of its band, as a share of its radius.
   */
  ring(at: At, radius: number, color: number, strength: number, width: number): void {
    this.#put(at, radius, 0, 0, 0, shapes.ring, width);
    this.#paint(color, strength);
  }

  /**
   * A thin shell around something that is hit.
   * @param from - Direction that the blow came from, of length 1.
   * @param hit - How much brighter it is where it was hit.
   */
  shell(at: At, radius: number, from: At, color: number, strength: number, hit: number): void {
    this.#put(at, radius, from.x, from.y, from.z, shapes.shell, hit);
    this.#paint(color, strength);
  }

  /**
   * A wisp of fire or smoke.
   * @param turn - In radians.
   * @param which - Of the four wisps.
   * @param heat - How much brighter it is where it is thick.
   */
  wisp(at: At, radius: number, turn: number, which: number, light: Light, heat: number): void {
    this.#put(at, radius, Math.cos(turn), Math.sin(turn), which, shapes.wisp, heat);
    this.#tint(light[0], light[1], light[2]);
  }

  /** Ends a picture. */
  end(): void {
    this.#buffer.clearUpdateRanges();
    this.#buffer.addUpdateRange(0, this.#count * stride);
    this.#buffer.needsUpdate = true;
    this.mesh.geometry.instanceCount = this.#count;
    this.mesh.visible = this.#count > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }

  #put(at: At, radius: number, x: number, y: number, z: number, shape: number, last: number): void {
    // What is too much takes the place of the last one.
    this.#count = Math.min(this.#count + 1, most);
    const d = this.#data;
    let i = (this.#count - 1) * stride;
    d[i++] = at.x - this.#eye.x;
    d[i++] = at.y - this.#eye.y;
    d[i++] = at.z - this.#eye.z;
    d[i++] = radius;
    d[i++] = x;
    d[i++] = y;
    d[i++] = z;
    d[i++] = shape;
    d[i + 3] = last;
  }

  /** Gives the last one its colour, of 24 bits. */
  #paint(color: number, strength: number): void {
    const share = strength / 255;
    this.#tint(((color >> 16) & 255) * share, ((color >> 8) & 255) * share, (color & 255) * share);
  }

  #tint(r: number, g: number, b: number): void {
    const i = (this.#count - 1) * stride + 8;
    this.#data[i] = r;
    this.#data[i + 1] = g;
    this.#data[i + 2] = b;
  }
}
