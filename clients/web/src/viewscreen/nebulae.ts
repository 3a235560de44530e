import type { SceneItem } from '@artemis/client';
import {
  BufferAttribute,
  CustomBlending,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  OneFactor,
  OneMinusSrcColorFactor,
  ShaderMaterial,
  type Texture,
} from 'three';
import { lightOf } from './glows.js';
import { randomFrom } from './noise.js';

type Nebula = Extract<SceneItem, { kind: 'nebula' }>;

const wisps = 7;
/** Each tint of the palette, and the one that it goes over into. */
const tints = [
  [0x6f4fd0, 0xb04fb8],
  [0x2f78c8, 0x43c0c8],
  [0xb8447e, 0xe07a52],
  [0x2f9478, 0x4f7ed0],
] as const;

const vertexShader = /* glsl */ `
attribute vec4 place;
attribute vec4 tint;
attribute vec2 turn;
varying vec2 vUv;
varying vec3 vTint;
void main() {
  vec3 middle = (modelViewMatrix * vec4(place.xyz, 1.0)).xyz;
  vec2 at = vec2(position.x * turn.x - position.y * turn.y, position.x * turn.y + position.y * turn.x);
  // What is close to the eye would fill the picture, and stand in it as a sheet.
  float away = length(middle) / place.w;
  vTint = tint.rgb * smoothstep(0.15, 1.3, away);
  vec2 corner = vec2(mod(tint.a, 2.0), floor(tint.a * 0.5)) * 0.5;
  vUv = corner + (position.xy * 0.5 + 0.5) * 0.5;
  gl_Position = projectionMatrix * vec4(middle + vec3(at, 0.0) * place.w, 1.0);
}`;

const fragmentShader = /* glsl */ `
uniform sampler2D wisp;
varying vec2 vUv;
varying vec3 vTint;
void main() {
  gl_FragColor = vec4(vTint * texture2D(wisp, vUv).r, 1.0);
}`;

/** All nebulae, as wisps of cloud that are drawn at once. */
export class Nebulae {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  #shown = '';

  /** @param wisps - Wisps of cloud, as {@link wispTexture} paints them. */
  constructor(wisps: Texture) {
    const material = new ShaderMaterial({
      vertexShader,
      fragmentShader,
      uniforms: { wisp: { value: wisps } },
      transparent: true,
      depthWrite: false,
      blending: CustomBlending,
      blendSrc: OneFactor,
      blendDst: OneMinusSrcColorFactor,
    });
    this.mesh = new Mesh(new InstancedBufferGeometry(), material);
    this.mesh.frustumCulled = false;
  }

  /** Shows these; what is built is kept as long as they are the same. */
  show(nebulae: readonly Nebula[]): void {
    const shown = nebulae.map(({ id }) => id).join();
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.mesh.geometry.dispose();
    this.mesh.geometry = wispsOf(nebulae);
    this.mesh.visible = nebulae.length > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

function wispsOf(nebulae: readonly Nebula[]): InstancedBufferGeometry {
  const count = nebulae.length * wisps;
  const [places, colors, turns] = [
    new Float32Array(count * 4),
    new Float32Array(count * 4),
    new Float32Array(count * 2),
  ];
  nebulae.forEach(({ id, pose, state }, index) => {
    const random = randomFrom(id);
    const [first, second] = tints[state.tint % tints.length]!;
    for (let i = 0; i < wisps; i++) {
      const at = index * wisps + i;
      const away = i === 0 ? 0 : state.radius * 0.58 * Math.sqrt(random());
      const angle = i * 2.4 + random();
      const size = state.radius * (i === 0 ? 1 : 0.42 + 0.36 * random());
      places.set(
        [
          pose.x + Math.sin(angle) * away,
          pose.y + (random() - 0.5) * state.radius * 0.5,
          -pose.z + Math.cos(angle) * away,
          size,
        ],
        at * 4,
      );
      const [a, b] = [lightOf(first, 0.38), lightOf(second, 0.38)];
      const share = random() ** 1.5;
      colors.set([...a.map((value, c) => value + (b[c]! - value) * share), i % 4], at * 4);
      const turn = random() * 2 * Math.PI;
      turns.set([Math.cos(turn), Math.sin(turn)], at * 2);
    }
  });
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute(
    'position',
    new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3),
  );
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.setAttribute('place', new InstancedBufferAttribute(places, 4));
  geometry.setAttribute('tint', new InstancedBufferAttribute(colors, 4));
  geometry.setAttribute('turn', new InstancedBufferAttribute(turns, 2));
  geometry.instanceCount = count;
  return geometry;
}
