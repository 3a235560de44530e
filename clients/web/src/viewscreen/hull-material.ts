import { type Color, ShaderMaterial, type Texture, type Vector4 } from 'three';
import { sunlight } from './sunlight.js';

const vertexShader = /* glsl */ `
attribute vec3 color;
attribute vec2 shine;
varying vec3 vNormal, vFrom, vColor;
varying vec2 vUv, vShine;
varying float vWall;

void main() {
  vec4 place = modelMatrix * vec4(position, 1.0);
  vNormal = mat3(modelMatrix) * normal;
  vFrom = cameraPosition - place.xyz;
  vColor = color;
  vUv = uv;
  vShine = shine;
  // Windows are in walls, not in decks.
  vWall = smoothstep(0.75, 0.4, abs(normal.y));
  gl_Position = projectionMatrix * viewMatrix * place;
}`;

const fragmentShader = /* glsl */ `
uniform sampler2D plating;
uniform vec3 sun, sunColor, above, below, rimColor;
uniform vec4 blast;
uniform vec3 blastColor;
varying vec3 vNormal, vFrom, vColor;
varying vec2 vUv, vShine;
varying float vWall;

void main() {
  vec3 plate = texture2D(plating, vUv).rgb;
  vec3 n = normalize(vNormal);
  vec3 eye = normalize(vFrom);
  // Green is a little for the wall around windows, and much for those that are lit.
  float wall = vShine.x * vWall;
  vec3 paint = vColor * (0.25 + 0.85 * plate.r * plate.r) * (1.0 - 0.55 * wall * smoothstep(0.05, 0.15, plate.g));

  float key = max(0.0, dot(n, sun));
  vec3 light = sunColor * key + mix(below, above, n.y * 0.5 + 0.5);
  float gloss = pow(max(0.0, dot(n, normalize(sun + eye))), 36.0) * plate.b;

  // Drawn as an edge where a hull turns away, the more so on the side that the sun does not reach.
  float edge = pow(1.0 - max(0.0, dot(n, eye)), 3.0);
  vec3 rim = rimColor * edge * (0.35 + 0.65 * max(0.0, -dot(n, sun)));

  vec3 toBlast = blast.xyz + vFrom - cameraPosition;
  float near = max(0.0, 1.0 - length(toBlast) / max(1.0, blast.w));
  light += blastColor * near * near * (0.4 + 0.6 * max(0.0, dot(n, normalize(toBlast))));

  vec3 seen = paint * light + sunColor * gloss * 0.5 + rim * (0.12 + paint);
  seen += vec3(1.0, 0.82, 0.52) * smoothstep(0.35, 0.8, plate.g) * wall * 1.3;
  seen = mix(seen, vColor * (0.35 + 1.1 * max(0.0, dot(n, eye))), vShine.y);
  gl_FragColor = vec4(1.0 - exp(-1.35 * seen), 1.0);
  #include <colorspace_fragment>
}`;

/** What hulls and rocks are made of. All that share a texture share the material. */
export const hullMaterial = (plating: Texture, blast: BlastLight): ShaderMaterial =>
  new ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms: { plating: { value: plating }, ...sunlight, ...blast },
  });

/** The light of the nearest explosion: where it is from the eye, how far it reaches, and its colour. */
export interface BlastLight {
  readonly blast: { readonly value: Vector4 };
  readonly blastColor: { readonly value: Color };
}
