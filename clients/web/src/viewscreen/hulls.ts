import {
  BoxGeometry,
  type BufferGeometry,
  ConeGeometry,
  CylinderGeometry,
  DodecahedronGeometry,
  Group,
  Mesh,
  MeshStandardMaterial,
  OctahedronGeometry,
  TorusGeometry,
} from 'three';

// Ships are about this long, in units; drawn larger than life so that one sees who is there.
const shipLength = 160;
const raiderScale = 1.5;

const plating = (color: number, glow = 0x000000): MeshStandardMaterial =>
  new MeshStandardMaterial({
    color,
    roughness: 0.55,
    metalness: 0.45,
    flatShading: true,
    emissive: glow,
    emissiveIntensity: 0.6,
  });

function part(
  geometry: BufferGeometry,
  material: MeshStandardMaterial,
  x: number,
  y: number,
  z: number,
): Mesh {
  const mesh = new Mesh(geometry, material);
  mesh.position.set(x, y, z);
  return mesh;
}

/** A cruiser: saucerless and long, with two engines. Its bow points to −z. */
export function cruiser(color: number): Group {
  const group = new Group();
  const hull = plating(color);
  const bow = new ConeGeometry(26, shipLength * 0.6, 6);
  bow.rotateX(-Math.PI / 2);
  const body = new CylinderGeometry(26, 34, shipLength * 0.45, 6);
  body.rotateX(-Math.PI / 2);
  const engine = new CylinderGeometry(9, 11, shipLength * 0.5, 8);
  engine.rotateX(-Math.PI / 2);
  const exhaust = plating(0x9fdcff, 0x6fc8ff);
  const flame = new CylinderGeometry(8, 8, 6, 8);
  flame.rotateX(-Math.PI / 2);
  group.add(part(bow, hull, 0, 0, -shipLength * 0.3), part(body, hull, 0, 0, shipLength * 0.2));
  group.add(
    part(new BoxGeometry(22, 14, 30), hull, 0, 24, 10),
    part(new BoxGeometry(130, 5, 34), hull, 0, 0, 30),
  );
  for (const side of [-1, 1]) {
    group.add(part(engine, hull, side * 62, 4, 30), part(flame, exhaust, side * 62, 4, 72));
  }
  return group;
}

/** A raider: all edges. */
export function raider(color: number): Group {
  const group = new Group();
  const hull = plating(color);
  const body = new OctahedronGeometry(52);
  body.scale(0.8, 0.35, 1.7);
  const wing = new ConeGeometry(22, 120, 4);
  wing.scale(1, 1, 0.3);
  wing.rotateX(-Math.PI / 2);
  group.add(part(body, hull, 0, 0, 0));
  for (const side of [-1, 1]) group.add(part(wing, hull, side * 58, -6, -6));
  group.add(part(new BoxGeometry(26, 12, 8), plating(0xffb089, 0xff6a3c), 0, 0, 62));
  group.scale.setScalar(raiderScale);
  return group;
}

/** A freighter: a spine with boxes. */
export function freighter(color: number): Group {
  const group = new Group();
  const hull = plating(color);
  group.add(
    part(new BoxGeometry(16, 16, 190), hull, 0, 0, 0),
    part(new BoxGeometry(38, 30, 34), hull, 0, 8, -90),
  );
  for (let i = 0; i < 3; i++) {
    for (const side of [-1, 1])
      group.add(part(new BoxGeometry(32, 32, 40), plating(0x6c7a80), side * 28, 0, -38 + i * 48));
  }
  return group;
}

/** A station: a hub, a ring and spokes. */
export function station(color: number): Group {
  const group = new Group();
  const hull = plating(color);
  const ring = new TorusGeometry(210, 22, 8, 40);
  ring.rotateX(Math.PI / 2);
  group.add(part(ring, hull, 0, 0, 0), part(new CylinderGeometry(46, 62, 250, 10), hull, 0, 0, 0));
  for (let i = 0; i < 3; i++) {
    const spoke = new BoxGeometry(410, 12, 16);
    spoke.rotateY((i * Math.PI) / 3);
    group.add(part(spoke, hull, 0, 0, 0));
  }
  group.add(part(new CylinderGeometry(20, 20, 8, 10), plating(0xcfeeff, 0x9fdcff), 0, 130, 0));
  return group;
}

/** A rock, of its own shape for each seed. */
export function rock(radius: number, seed: number): Mesh {
  const geometry = new DodecahedronGeometry(radius, 1);
  const position = geometry.getAttribute('position');
  for (let i = 0; i < position.count; i++) {
    // The same corner of neighbouring faces must move alike.
    const key = position.getX(i) * 3.1 + position.getY(i) * 5.7 + position.getZ(i) * 7.3 + seed;
    const bump = 1 + 0.16 * Math.sin(key * 0.13);
    position.setXYZ(i, position.getX(i) * bump, position.getY(i) * bump, position.getZ(i) * bump);
  }
  geometry.computeVertexNormals();
  return new Mesh(geometry, plating(0x7a7f82));
}
