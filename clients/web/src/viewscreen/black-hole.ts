import {
  CustomBlending,
  DoubleSide,
  Group,
  Mesh,
  OneFactor,
  OneMinusSrcAlphaFactor,
  PlaneGeometry,
  ShaderMaterial,
} from 'three';

const discReach = 4;
const haloReach = 2.6;

const blending = {
  transparent: true,
  depthWrite: false,
  blending: CustomBlending,
  blendSrc: OneFactor,
  blendDst: OneMinusSrcAlphaFactor,
} as const;

const vertexShader = /* glsl */ `
varying vec2 vAt;
varying vec3 vFrom, vMiddle;
varying float vSize;
uniform float reach;
uniform float facing;
void main() {
  vAt = position.xy * 2.0 * reach;
  vec4 middle = modelViewMatrix * vec4(0.0, 0.0, 0.0, 1.0);
  float size = length(modelMatrix[0].xyz);
  vec4 flatly = modelViewMatrix * vec4(position.x * 2.0 * reach, 0.0, position.y * 2.0 * reach, 1.0);
  vec4 at = mix(flatly, middle + vec4(vAt * size, 0.0, 0.0), facing);
  vFrom = at.xyz;
  vMiddle = middle.xyz;
  vSize = size;
  gl_Position = projectionMatrix * at;
}`;

const hot = /* glsl */ `
vec3 heat(float t) { return mix(vec3(1.0, 0.36, 0.12), vec3(0.95, 0.88, 1.0), t); }
`;

/** What falls in, on its way round. */
const disc = /* glsl */ `
varying vec2 vAt;
varying vec3 vFrom, vMiddle;
varying float vSize;
uniform float time;
${hot}
void main() {
  // The hole hides what is behind it.
  vec2 beside = vFrom.xy * (vMiddle.z / vFrom.z) - vMiddle.xy;
  float shown = vFrom.z < vMiddle.z ? smoothstep(0.99, 1.02, length(beside) / vSize) : 1.0;
  float r = length(vAt);
  float inside = smoothstep(1.35, 1.75, r) * smoothstep(4.0, 2.2, r);
  float angle = atan(vAt.y, vAt.x);
  float turn = angle + 9.0 / r - time / r;
  float bands = 0.7 + 0.12 * sin(r * 15.0 + 2.2 * sin(turn * 2.0)) + 0.12 * sin(turn * 3.0 + r * 5.0) + 0.06 * sin(turn * 7.0 - r * 11.0);
  // What comes towards the eye is brighter.
  float side = 1.0 + 0.55 * sin(angle + 1.2);
  float light = inside * bands * side * 1.15 * shown;
  gl_FragColor = vec4(heat(smoothstep(3.0, 1.4, r)) * light, clamp(light, 0.0, 1.0) * 0.85);
}`;

/** The hole, and the light that it bends around itself. */
const hole = /* glsl */ `
varying vec2 vAt;
${hot}
void main() {
  float r = length(vAt);
  float dark = smoothstep(1.04, 1.0, r);
  float ring = exp(-pow((r - 1.1) * 16.0, 2.0)) * 1.2;
  float arch = exp(-pow((r - 1.36) * 6.0, 2.0)) * (0.25 + 0.55 * pow(abs(vAt.y / r), 1.5));
  float haze = 0.16 * smoothstep(2.6, 1.1, r);
  vec3 light = (heat(0.95) * ring + heat(0.55) * arch + vec3(0.5, 0.35, 0.8) * haze) * (1.0 - dark);
  gl_FragColor = vec4(light, dark);
}`;

const sheet = (
  fragmentShader: string,
  reach: number,
  facing: number,
): Mesh<PlaneGeometry, ShaderMaterial> => {
  const uniforms = { reach: { value: reach }, facing: { value: facing }, time: { value: 0 } };
  const material = new ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms,
    side: DoubleSide,
    ...blending,
  });
  const mesh = new Mesh(new PlaneGeometry(1, 1), material);
  mesh.frustumCulled = false;
  return mesh;
};

/** A hole of radius 1 in space, with what whirls around it and the ring of light that it bends. */
export class BlackHole {
  readonly object = new Group();
  readonly #parts = [sheet(hole, haloReach, 1), sheet(disc, discReach, 0)];

  constructor() {
    this.#parts.forEach((part, order) => (part.renderOrder = order + 1));
    this.object.add(...this.#parts);
    this.object.rotation.set(0.28, 0, 0.16);
  }

  /** Turns the disc to a moment, in seconds. */
  turn(seconds: number): void {
    this.#parts[1]!.material.uniforms['time']!.value = seconds;
  }

  dispose(): void {
    for (const { geometry, material } of this.#parts) {
      geometry.dispose();
      material.dispose();
    }
  }
}
