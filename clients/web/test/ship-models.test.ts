import type { SceneItem } from '@artemis/client';
import { Faction, NpcKind, ScanState, ShipClass } from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { hullNames, hullOf, ShipModels } from '../src/viewscreen/ship-models.js';

const item = (kind: string, state: object): SceneItem =>
  ({ id: 1, kind, state, pose: { x: 0, y: 0, z: 0, heading: 0 } }) as unknown as SceneItem;
const npc = (kind: NpcKind, faction = Faction.Hostile, more: object = {}): SceneItem =>
  item('npcShip', { kind, faction, surrendered: false, scanState: ScanState.None, ...more });

const classes = Object.values(ShipClass) as ShipClass[];
const scanned = (Object.values(NpcKind) as NpcKind[]).filter((kind) => kind !== NpcKind.Unknown);

describe('The hull of a ship', () => {
  it('is another one for each class that crews fly', () => {
    const hulls = classes.map((shipClass) => hullOf(item('playerShip', { shipClass })));
    expect(new Set(hulls).size).toBe(classes.length);
    expect(hulls).not.toContain(undefined);
  });

  it('is another one for each kind that the computer flies', () => {
    expect(new Set(scanned.map((kind) => hullOf(npc(kind)))).size).toBe(scanned.length);
  });

  it('gives nothing away before an enemy is scanned', () => {
    const unknown = hullOf(npc(NpcKind.Unknown));
    const traits = [
      { fleet: 3 },
      { name: 'Viper' },
      { velocity: 90 },
      { shieldsFore: 400 },
      { inNebula: true },
    ];
    for (const trait of traits) expect(hullOf(npc(NpcKind.Unknown, Faction.Hostile, trait))).toBe(unknown);
    expect(scanned.map((kind) => hullOf(npc(kind)))).not.toContain(unknown);
  });

  it('tells bases of friends and enemies apart, and is none for a rock', () => {
    const base = (faction: Faction) => hullOf(item('base', { faction }));
    expect(base(Faction.Friendly)).not.toBe(base(Faction.Hostile));
    expect(hullOf(item('asteroid', { radius: 50 }))).toBeUndefined();
  });
});

describe('Models of ships', () => {
  const models = new ShipModels();

  it('are built once for all ships of a kind', () => {
    for (const name of hullNames) expect(models.get(name).geometry).toBe(models.get(name).geometry);
  });

  it('are given back once', () => {
    const own = new ShipModels();
    let given = 0;
    own.get('scout').geometry.addEventListener('dispose', () => given++);
    own.get('scout');
    own.dispose();
    own.dispose();
    expect(given).toBe(1);
  });

  it.each(hullNames)('keep %s within its triangles and its size', (name) => {
    const { geometry } = models.get(name);
    const triangles = geometry.index!.count / 3;
    const isBase = name === 'station' || name === 'hold';
    expect(triangles).toBeLessThan(isBase ? 2500 : 1500);
    const { min, max } = geometry.boundingBox!;
    expect(max.z - min.z).toBeLessThan(isBase ? 600 : 300);
    expect(max.x - min.x).toBeLessThan(isBase ? 600 : 300);
    // Bows point forward: what drives a ship is behind her middle.
    for (const nozzle of models.get(name).nozzles) expect(nozzle.z).toBeGreaterThan(0);
  });

  it('have numbers for all their corners', () => {
    for (const name of hullNames) {
      for (const attribute of Object.values(models.get(name).geometry.attributes))
        expect(Array.from(attribute.array).every(Number.isFinite), name).toBe(true);
    }
  });
});
