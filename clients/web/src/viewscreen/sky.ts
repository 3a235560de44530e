import {
  AdditiveBlending,
  BackSide,
  BufferAttribute,
  BufferGeometry,
  Group,
  LinearFilter,
  Mesh,
  Points,
  ShaderMaterial,
  SphereGeometry,
  type Texture,
  Vector3,
} from 'three';
import { clouds, randomFrom } from './noise.js';
import { paintedByPixel } from './textures.js';

const stars = 9000;
/** Upright on the plane in which the galaxy's stars lie. */
const galaxyPole = new Vector3(0.34, 0.86, -0.38).normalize();
/** Where along its band the galaxy is brightest. */
const galaxyHeart = new Vector3(0.8, -0.1, -0.6).normalize();

/** The sky behind everything: stars and the haze of the galaxy, painted once. It stays around the eye. */
export class Sky {
  readonly object = new Group();
  readonly #haze = new Mesh(new SphereGeometry(50_000, 32, 20), hazeMaterial(hazeTexture()));
  readonly #stars = new Points(starGeometry(), starMaterial());

  constructor() {
    this.#haze.renderOrder = -20;
    this.#stars.renderOrder = -19;
    this.#stars.frustumCulled = false;
    this.object.add(this.#haze, this.#stars);
  }

  /**
   * Fits stars to the picture.
   * @param height - Of the picture, in its own pixels.
   */
  fit(height: number): void {
    this.#stars.material.uniforms['grain']!.value = Math.max(0.4, Math.min(2.4, height / 800));
  }

  dispose(): void {
    this.#haze.geometry.dispose();
    this.#haze.material.uniforms['haze']!.value.dispose();
    this.#haze.material.dispose();
    this.#stars.geometry.dispose();
    this.#stars.material.dispose();
  }
}

/** As plain as can be: it is drawn for every pixel of every picture. */
const hazeMaterial = (haze: Texture): ShaderMaterial =>
  new ShaderMaterial({
    vertexShader: /* glsl */ `
      varying vec2 vUv;
      void main() {
        vUv = uv;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      uniform sampler2D haze;
      varying vec2 vUv;
      void main() { gl_FragColor = texture2D(haze, vUv); }`,
    uniforms: { haze: { value: haze } },
    side: BackSide,
    depthTest: false,
    depthWrite: false,
  });

/** The haze in all directions, as a sphere wears it. */
function hazeTexture(): Texture {
  const [width, height] = [1024, 512];
  const grain = randomFrom(3);
  const texture = paintedByPixel(width, height, (px, py, rgba, at) => {
    // As the sphere lays a texture on itself.
    const theta = ((py + 0.5) / height) * Math.PI;
    const phi = ((px + 0.5) / width) * 2 * Math.PI;
    const [x, y, z] = [-Math.cos(phi) * Math.sin(theta), Math.cos(theta), Math.sin(phi) * Math.sin(theta)];
    const off = x * galaxyPole.x + y * galaxyPole.y + z * galaxyPole.z;
    const heart = 0.5 + 0.5 * (x * galaxyHeart.x + y * galaxyHeart.y + z * galaxyHeart.z);
    let [r, g, b] = [3, 6, 11];
    const reach = 0.13 + 0.17 * heart;
    const band = Math.exp(-((off / reach) ** 2));
    if (band > 0.02) {
      const bright = clouds(x * 3.2 + 5, y * 3.2, z * 3.2, 4);
      const dust = clouds(x * 5.5, y * 5.5 + 9, z * 5.5 + 3, 5);
      const lane =
        Math.exp(-(((off + 0.05 * (bright - 0.5)) / (reach * 0.42)) ** 2)) * Math.max(0, dust - 0.42) * 3.2;
      const light =
        band *
        (0.18 + 0.82 * heart * heart) *
        Math.max(0, 0.1 + 1.9 * (bright - 0.34)) *
        Math.max(0, 1 - lane);
      r += (96 + 44 * heart * heart) * light + 22 * band * heart * lane;
      g += (104 + 14 * heart * heart) * light + 8 * band * heart * lane;
      b += 150 * light + 10 * band * heart * lane;
    }
    const shake = grain() - 0.5;
    rgba.set([r + shake, g + shake, b + shake, 255], at);
  });
  texture.generateMipmaps = false;
  texture.minFilter = LinearFilter;
  return texture;
}

function starGeometry(): BufferGeometry {
  const random = randomFrom(7);
  const positions = new Float32Array(stars * 3);
  const looks = new Float32Array(stars * 4);
  const direction = new Vector3();
  for (let i = 0; i < stars; i++) {
    const y = random() * 2 - 1;
    const angle = random() * 2 * Math.PI;
    const flat = Math.sqrt(1 - y * y);
    direction.set(Math.cos(angle) * flat, y, Math.sin(angle) * flat);
    // Most of them gather along the galaxy's band.
    if (i % 3 > 0)
      direction
        .addScaledVector(galaxyPole, -direction.dot(galaxyPole) * (0.55 + 0.43 * random()))
        .normalize();
    direction.multiplyScalar(49_000).toArray(positions, i * 3);
    // Few are bright.
    const magnitude = random() ** 26;
    const warm = random();
    const [r, g, b] = warm < 0.16 ? [1, 0.78, 0.58] : warm < 0.4 ? [1, 0.95, 0.86] : [0.74, 0.86, 1];
    const light = 0.2 + 0.5 * random() ** 2 + 0.9 * magnitude;
    looks.set([r * light, g * light, b * light, 1.6 + 1.6 * random() ** 3 + 6.5 * magnitude], i * 4);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('look', new BufferAttribute(looks, 4));
  return geometry;
}

const starMaterial = (): ShaderMaterial =>
  new ShaderMaterial({
    vertexShader: /* glsl */ `
      attribute vec4 look;
      uniform float grain;
      varying vec3 vLight;
      varying float vGreat;
      void main() {
        vLight = look.rgb;
        vGreat = smoothstep(5.0, 9.0, look.a);
        float size = look.a * grain * (1.0 + 1.6 * vGreat);
        // What is smaller than a pixel is dimmer instead.
        gl_PointSize = max(1.5, size);
        vLight *= size / gl_PointSize;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      varying vec3 vLight;
      varying float vGreat;
      void main() {
        vec2 at = gl_PointCoord * 2.0 - 1.0;
        float r = length(at);
        float soft = max(0.0, 1.0 - r);
        // The brightest have a halo and thin rays, as in a lens.
        float rays = max(0.0, 1.0 - abs(at.x) * 14.0) + max(0.0, 1.0 - abs(at.y) * 14.0);
        float halo = pow(soft, 3.0) * 0.5 + smoothstep(0.3, 0.08, r) + rays * soft * soft * 0.5;
        gl_FragColor = vec4(vLight * mix(soft * (1.0 + soft), halo, vGreat), 1.0);
      }`,
    uniforms: { grain: { value: 1 } },
    transparent: true,
    blending: AdditiveBlending,
    depthWrite: false,
  });
