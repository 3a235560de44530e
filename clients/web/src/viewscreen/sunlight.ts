import { Color, Vector3 } from 'three';

/** Where the light of the near star comes from; the sky shows it there. */
export const sunDirection = new Vector3(0.62, 0.46, 0.5).normalize();

/** What lights everything: a star as key, the sky and its haze as soft fill, and a cold light from behind that draws edges. */
export const sunlight = {
  sun: { value: sunDirection },
  sunColor: { value: new Color(0xfff0da).multiplyScalar(1.75) },
  above: { value: new Color(0x7f9cc4).multiplyScalar(0.6) },
  below: { value: new Color(0x584878).multiplyScalar(0.4) },
  rimColor: { value: new Color(0x9cc8ff).multiplyScalar(1.1) },
};
