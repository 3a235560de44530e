import { Color, Vector3, Vector4 } from 'three';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Anchor, Effects } from '../src/viewscreen/effects.js';
import { type At, type Glows, type Light, lightOf } from '../src/viewscreen/glows.js';

interface Shown {
  readonly shape: string;
  readonly at: At;
  readonly to?: At;
  readonly radius: number;
  readonly light: Light;
}

const here: At = { x: 0, y: 0, z: 0 };

/** Tells what effects put into a picture. */
function picture(effects: Effects, now: number): Shown[] {
  const shown: Shown[] = [];
  const copy = ({ x, y, z }: At): At => ({ x, y, z });
  const glows: Pick<Glows, 'round' | 'streak' | 'ring' | 'shell' | 'wisp'> = {
    round: (at, radius, color, strength) =>
      shown.push({ shape: 'round', at: copy(at), radius, light: lightOf(color, strength) }),
    streak: (at, to, radius, color, strength) =>
      shown.push({ shape: 'streak', at: copy(at), to: copy(to), radius, light: lightOf(color, strength) }),
    ring: (at, radius, color, strength) =>
      shown.push({ shape: 'ring', at: copy(at), radius, light: lightOf(color, strength) }),
    shell: (at, radius, _from, color, strength) =>
      shown.push({ shape: 'shell', at: copy(at), radius, light: lightOf(color, strength) }),
    wisp: (at, radius, _turn, _which, light) => shown.push({ shape: 'wisp', at: copy(at), radius, light }),
  };
  const blast = { blast: { value: new Vector4() }, blastColor: { value: new Color() } };
  effects.advance(now, glows as Glows, blast, here);
  return shown;
}

function withMotion(little: boolean): void {
  vi.stubGlobal('matchMedia', () => ({ matches: little }));
}

const anchor = (x: number, reach: number): Anchor => ({ at: new Vector3(x, 0, 0), reach: () => reach });

describe('Effects', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('draw a beam from hull to hull, and follow both', () => {
    withMotion(false);
    const effects = new Effects();
    const target = anchor(1000, 50);
    effects.beam(anchor(0, 100), target, 0xff0000, 0);
    const beam = () => picture(effects, 50).find(({ shape }) => shape === 'streak')!;
    expect(beam().at.x).toBeCloseTo(100);
    expect(beam().to!.x).toBeCloseTo(950);
    (target.at as Vector3).x = 2000;
    expect(beam().to!.x).toBeCloseTo(1950);
  });

  it('are over in the end', () => {
    withMotion(false);
    const effects = new Effects();
    effects.explosion(here, 200, 0);
    effects.beam(anchor(0, 1), anchor(100, 1), 0xffffff, 0);
    effects.impact(here, 0xffffff, 0);
    effects.shield(anchor(0, 1), { x: 9, y: 0, z: 0 }, 100, 0xffffff, 0);
    expect(picture(effects, 100).length).toBeGreaterThan(20);
    expect(picture(effects, 5000)).toEqual([]);
  });

  it('are bounded, however many there are', () => {
    withMotion(false);
    const effects = new Effects();
    for (let i = 0; i < 30; i++) effects.impact(here, 0xffffff, 0);
    const few = picture(effects, 100).length;
    for (let i = 0; i < 1000; i++) effects.impact(here, 0xffffff, 0);
    expect(picture(effects, 100).length).toBeLessThan(few * 3);
  });

  it('neither fly apart nor flash with little motion', () => {
    const brightest = (shown: Shown[]): number => Math.max(0, ...shown.flatMap(({ light }) => light));
    const ages = Array.from({ length: 60 }, (_, i) => i * 30);
    const play = (): Shown[][] => {
      const effects = new Effects();
      effects.explosion(here, 200, 0);
      return ages.map((now) => picture(effects, now));
    };
    withMotion(true);
    const calm = play();
    withMotion(false);
    const fierce = play();
    expect(brightest(calm[0]!)).toBe(0);
    expect(Math.max(...calm.map(brightest))).toBeLessThan(0.5 * Math.max(...fierce.map(brightest)));
    const radii = calm.flat().map(({ shape, radius }) => `${shape} ${radius}`);
    expect(new Set(radii).size).toBe(calm[1]!.length);
    expect(calm.flat().every(({ at }) => at.x === 0 && at.y === 0 && at.z === 0)).toBe(true);
  });
});
