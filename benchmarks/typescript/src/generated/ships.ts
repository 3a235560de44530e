// Made from ships.bop by bebopc 3.2.3.
import { BebopView, type BebopRecord } from "bebop";


export interface PlayerShip {

  readonly targetId: number;

  readonly impulse: number;

  readonly heading: number;

  readonly velocity: number;

  readonly posX: number;

  readonly posY: number;

  readonly posZ: number;

  readonly shieldsFore: number;

  readonly shieldsAft: number;

  readonly shieldsActive: boolean;

  readonly energy: number;

  readonly warpFactor: number;

  readonly reverse: boolean;

  readonly docked: boolean;

  readonly redAlert: boolean;

  readonly mainScreenView: number;

  readonly autoBeams: boolean;

  readonly beamFrequency: number;

  readonly shipIndex: number;

  readonly shipClass: number;

  readonly name: string;
}

export const PlayerShip = /*#__PURE__*/ Object.freeze(/*#__PURE__*/ Object.assign(
  // Factory function
  (data: PlayerShip): PlayerShip & BebopRecord => {
    return Object.freeze({
      ...data,
      encode(): Uint8Array {
        return PlayerShip.encode(this);
      }
    });
  },
  // Static methods
  {
    encode(record: PlayerShip): Uint8Array {
      const view = BebopView.getInstance();
      view.startWriting();
      PlayerShip.encodeInto(record, view);
      return view.toArray();
    },

    encodeInto(record: PlayerShip, view: BebopView): void {
      view.writeUint32(record.targetId);
      view.writeFloat32(record.impulse);
      view.writeFloat32(record.heading);
      view.writeFloat32(record.velocity);
      view.writeFloat32(record.posX);
      view.writeFloat32(record.posY);
      view.writeFloat32(record.posZ);
      view.writeFloat32(record.shieldsFore);
      view.writeFloat32(record.shieldsAft);
      view.writeByte(Number(record.shieldsActive));
      view.writeFloat32(record.energy);
      view.writeByte(record.warpFactor);
      view.writeByte(Number(record.reverse));
      view.writeByte(Number(record.docked));
      view.writeByte(Number(record.redAlert));
      view.writeByte(record.mainScreenView);
      view.writeByte(Number(record.autoBeams));
      view.writeByte(record.beamFrequency);
      view.writeByte(record.shipIndex);
      view.writeByte(record.shipClass);
      view.writeString(record.name);
    },

    decode(buffer: Uint8Array): PlayerShip & BebopRecord {
      const view = BebopView.getInstance();
      view.startReading(buffer);
      const decoded = PlayerShip.readFrom(view);
      return PlayerShip(decoded);
    },

    readFrom(view: BebopView): PlayerShip {
      let field0: number;
      field0 = view.readUint32();
      let field1: number;
      field1 = view.readFloat32();
      let field2: number;
      field2 = view.readFloat32();
      let field3: number;
      field3 = view.readFloat32();
      let field4: number;
      field4 = view.readFloat32();
      let field5: number;
      field5 = view.readFloat32();
      let field6: number;
      field6 = view.readFloat32();
      let field7: number;
      field7 = view.readFloat32();
      let field8: number;
      field8 = view.readFloat32();
      let field9: boolean;
      field9 = !!view.readByte();
      let field10: number;
      field10 = view.readFloat32();
      let field11: number;
      field11 = view.readByte();
      let field12: boolean;
      field12 = !!view.readByte();
      let field13: boolean;
      field13 = !!view.readByte();
      let field14: boolean;
      field14 = !!view.readByte();
      let field15: number;
      field15 = view.readByte();
      let field16: boolean;
      field16 = !!view.readByte();
      let field17: number;
      field17 = view.readByte();
      let field18: number;
      field18 = view.readByte();
      let field19: number;
      field19 = view.readByte();
      let field20: string;
      field20 = view.readString();
      return {
        targetId: field0,
        impulse: field1,
        heading: field2,
        velocity: field3,
        posX: field4,
        posY: field5,
        posZ: field6,
        shieldsFore: field7,
        shieldsAft: field8,
        shieldsActive: field9,
        energy: field10,
        warpFactor: field11,
        reverse: field12,
        docked: field13,
        redAlert: field14,
        mainScreenView: field15,
        autoBeams: field16,
        beamFrequency: field17,
        shipIndex: field18,
        shipClass: field19,
        name: field20,
      };
    },
  }
));


export interface PlayerShipDelta {

  targetId?: number;

  impulse?: number;

  heading?: number;

  velocity?: number;

  posX?: number;

  posY?: number;

  posZ?: number;

  shieldsFore?: number;

  shieldsAft?: number;

  shieldsActive?: boolean;

  energy?: number;

  warpFactor?: number;

  reverse?: boolean;

  docked?: boolean;

  redAlert?: boolean;

  mainScreenView?: number;

  autoBeams?: boolean;

  beamFrequency?: number;

  shipIndex?: number;

  shipClass?: number;

  name?: string;
}

export const PlayerShipDelta = /*#__PURE__*/ Object.freeze(/*#__PURE__*/ Object.assign(
  // Factory function
  (data: PlayerShipDelta): PlayerShipDelta & BebopRecord => {
    return {
      ...data,
      encode(): Uint8Array {
        return PlayerShipDelta.encode(this);
      }
    };
  },
  // Static methods
  {
    encode(record: PlayerShipDelta): Uint8Array {
      const view = BebopView.getInstance();
      view.startWriting();
      PlayerShipDelta.encodeInto(record, view);
      return view.toArray();
    },

    encodeInto(record: PlayerShipDelta, view: BebopView): void {
      const pos = view.reserveMessageLength();
      const start = view.length;
      if (record.targetId !== undefined) {
        view.writeByte(1);
        view.writeUint32(record.targetId);
      }
      if (record.impulse !== undefined) {
        view.writeByte(2);
        view.writeFloat32(record.impulse);
      }
      if (record.heading !== undefined) {
        view.writeByte(3);
        view.writeFloat32(record.heading);
      }
      if (record.velocity !== undefined) {
        view.writeByte(4);
        view.writeFloat32(record.velocity);
      }
      if (record.posX !== undefined) {
        view.writeByte(5);
        view.writeFloat32(record.posX);
      }
      if (record.posY !== undefined) {
        view.writeByte(6);
        view.writeFloat32(record.posY);
      }
      if (record.posZ !== undefined) {
        view.writeByte(7);
        view.writeFloat32(record.posZ);
      }
      if (record.shieldsFore !== undefined) {
        view.writeByte(8);
        view.writeFloat32(record.shieldsFore);
      }
      if (record.shieldsAft !== undefined) {
        view.writeByte(9);
        view.writeFloat32(record.shieldsAft);
      }
      if (record.shieldsActive !== undefined) {
        view.writeByte(10);
        view.writeByte(Number(record.shieldsActive));
      }
      if (record.energy !== undefined) {
        view.writeByte(11);
        view.writeFloat32(record.energy);
      }
      if (record.warpFactor !== undefined) {
        view.writeByte(12);
        view.writeByte(record.warpFactor);
      }
      if (record.reverse !== undefined) {
        view.writeByte(13);
        view.writeByte(Number(record.reverse));
      }
      if (record.docked !== undefined) {
        view.writeByte(14);
        view.writeByte(Number(record.docked));
      }
      if (record.redAlert !== undefined) {
        view.writeByte(15);
        view.writeByte(Number(record.redAlert));
      }
      if (record.mainScreenView !== undefined) {
        view.writeByte(16);
        view.writeByte(record.mainScreenView);
      }
      if (record.autoBeams !== undefined) {
        view.writeByte(17);
        view.writeByte(Number(record.autoBeams));
      }
      if (record.beamFrequency !== undefined) {
        view.writeByte(18);
        view.writeByte(record.beamFrequency);
      }
      if (record.shipIndex !== undefined) {
        view.writeByte(19);
        view.writeByte(record.shipIndex);
      }
      if (record.shipClass !== undefined) {
        view.writeByte(20);
        view.writeByte(record.shipClass);
      }
      if (record.name !== undefined) {
        view.writeByte(21);
        view.writeString(record.name);
      }
      view.writeByte(0);
      const end = view.length;
      view.fillMessageLength(pos, end - start);
    },

    decode(buffer: Uint8Array): PlayerShipDelta & BebopRecord {
      const view = BebopView.getInstance();
      view.startReading(buffer);
      const decoded = PlayerShipDelta.readFrom(view);
      return PlayerShipDelta(decoded);
    },

    readFrom(view: BebopView): PlayerShipDelta {
      const message: PlayerShipDelta = {};
      const length = view.readMessageLength();
      const end = view.index + length;
      while (true) {
        switch (view.readByte()) {
          case 0:
            return message;

          case 1:
            message.targetId = view.readUint32();
            break;

          case 2:
            message.impulse = view.readFloat32();
            break;

          case 3:
            message.heading = view.readFloat32();
            break;

          case 4:
            message.velocity = view.readFloat32();
            break;

          case 5:
            message.posX = view.readFloat32();
            break;

          case 6:
            message.posY = view.readFloat32();
            break;

          case 7:
            message.posZ = view.readFloat32();
            break;

          case 8:
            message.shieldsFore = view.readFloat32();
            break;

          case 9:
            message.shieldsAft = view.readFloat32();
            break;

          case 10:
            message.shieldsActive = !!view.readByte();
            break;

          case 11:
            message.energy = view.readFloat32();
            break;

          case 12:
            message.warpFactor = view.readByte();
            break;

          case 13:
            message.reverse = !!view.readByte();
            break;

          case 14:
            message.docked = !!view.readByte();
            break;

          case 15:
            message.redAlert = !!view.readByte();
            break;

          case 16:
            message.mainScreenView = view.readByte();
            break;

          case 17:
            message.autoBeams = !!view.readByte();
            break;

          case 18:
            message.beamFrequency = view.readByte();
            break;

          case 19:
            message.shipIndex = view.readByte();
            break;

          case 20:
            message.shipClass = view.readByte();
            break;

          case 21:
            message.name = view.readString();
            break;

          default:
            view.index = end;
            return message;
        }
      }
    },
  }
));


export interface NpcSystems {

  readonly beams: number;

  readonly torpedoes: number;

  readonly sensors: number;

  readonly maneuvering: number;

  readonly impulse: number;

  readonly warp: number;

  readonly foreShields: number;

  readonly aftShields: number;
}

export const NpcSystems = /*#__PURE__*/ Object.freeze(/*#__PURE__*/ Object.assign(
  // Factory function
  (data: NpcSystems): NpcSystems & BebopRecord => {
    return Object.freeze({
      ...data,
      encode(): Uint8Array {
        return NpcSystems.encode(this);
      }
    });
  },
  // Static methods
  {
    encode(record: NpcSystems): Uint8Array {
      const view = BebopView.getInstance();
      view.startWriting();
      NpcSystems.encodeInto(record, view);
      return view.toArray();
    },

    encodeInto(record: NpcSystems, view: BebopView): void {
      view.writeFloat32(record.beams);
      view.writeFloat32(record.torpedoes);
      view.writeFloat32(record.sensors);
      view.writeFloat32(record.maneuvering);
      view.writeFloat32(record.impulse);
      view.writeFloat32(record.warp);
      view.writeFloat32(record.foreShields);
      view.writeFloat32(record.aftShields);
    },

    decode(buffer: Uint8Array): NpcSystems & BebopRecord {
      const view = BebopView.getInstance();
      view.startReading(buffer);
      const decoded = NpcSystems.readFrom(view);
      return NpcSystems(decoded);
    },

    readFrom(view: BebopView): NpcSystems {
      let field0: number;
      field0 = view.readFloat32();
      let field1: number;
      field1 = view.readFloat32();
      let field2: number;
      field2 = view.readFloat32();
      let field3: number;
      field3 = view.readFloat32();
      let field4: number;
      field4 = view.readFloat32();
      let field5: number;
      field5 = view.readFloat32();
      let field6: number;
      field6 = view.readFloat32();
      let field7: number;
      field7 = view.readFloat32();
      return {
        beams: field0,
        torpedoes: field1,
        sensors: field2,
        maneuvering: field3,
        impulse: field4,
        warp: field5,
        foreShields: field6,
        aftShields: field7,
      };
    },
  }
));


export interface NpcShip {

  readonly name: string;

  readonly posX: number;

  readonly posY: number;

  readonly posZ: number;

  readonly heading: number;

  readonly velocity: number;

  readonly faction: number;

  readonly shieldsFore: number;

  readonly shieldsAft: number;

  readonly surrendered: boolean;

  readonly inNebula: boolean;

  readonly scanState: number;

  readonly kind: number;

  readonly fleet: number;

  readonly hull: number;

  readonly cloaked: boolean;

  readonly weakFrequency: number;

  readonly strongFrequency: number;

  readonly systems: NpcSystems;
}

export const NpcShip = /*#__PURE__*/ Object.freeze(/*#__PURE__*/ Object.assign(
  // Factory function
  (data: NpcShip): NpcShip & BebopRecord => {
    return Object.freeze({
      ...data,
      encode(): Uint8Array {
        return NpcShip.encode(this);
      }
    });
  },
  // Static methods
  {
    encode(record: NpcShip): Uint8Array {
      const view = BebopView.getInstance();
      view.startWriting();
      NpcShip.encodeInto(record, view);
      return view.toArray();
    },

    encodeInto(record: NpcShip, view: BebopView): void {
      view.writeString(record.name);
      view.writeFloat32(record.posX);
      view.writeFloat32(record.posY);
      view.writeFloat32(record.posZ);
      view.writeFloat32(record.heading);
      view.writeFloat32(record.velocity);
      view.writeByte(record.faction);
      view.writeFloat32(record.shieldsFore);
      view.writeFloat32(record.shieldsAft);
      view.writeByte(Number(record.surrendered));
      view.writeByte(Number(record.inNebula));
      view.writeByte(record.scanState);
      view.writeByte(record.kind);
      view.writeByte(record.fleet);
      view.writeFloat32(record.hull);
      view.writeByte(Number(record.cloaked));
      view.writeByte(record.weakFrequency);
      view.writeByte(record.strongFrequency);
      NpcSystems.encodeInto(record.systems, view);
    },

    decode(buffer: Uint8Array): NpcShip & BebopRecord {
      const view = BebopView.getInstance();
      view.startReading(buffer);
      const decoded = NpcShip.readFrom(view);
      return NpcShip(decoded);
    },

    readFrom(view: BebopView): NpcShip {
      let field0: string;
      field0 = view.readString();
      let field1: number;
      field1 = view.readFloat32();
      let field2: number;
      field2 = view.readFloat32();
      let field3: number;
      field3 = view.readFloat32();
      let field4: number;
      field4 = view.readFloat32();
      let field5: number;
      field5 = view.readFloat32();
      let field6: number;
      field6 = view.readByte();
      let field7: number;
      field7 = view.readFloat32();
      let field8: number;
      field8 = view.readFloat32();
      let field9: boolean;
      field9 = !!view.readByte();
      let field10: boolean;
      field10 = !!view.readByte();
      let field11: number;
      field11 = view.readByte();
      let field12: number;
      field12 = view.readByte();
      let field13: number;
      field13 = view.readByte();
      let field14: number;
      field14 = view.readFloat32();
      let field15: boolean;
      field15 = !!view.readByte();
      let field16: number;
      field16 = view.readByte();
      let field17: number;
      field17 = view.readByte();
      let field18: NpcSystems;
      field18 = NpcSystems.readFrom(view);
      return {
        name: field0,
        posX: field1,
        posY: field2,
        posZ: field3,
        heading: field4,
        velocity: field5,
        faction: field6,
        shieldsFore: field7,
        shieldsAft: field8,
        surrendered: field9,
        inNebula: field10,
        scanState: field11,
        kind: field12,
        fleet: field13,
        hull: field14,
        cloaked: field15,
        weakFrequency: field16,
        strongFrequency: field17,
        systems: field18,
      };
    },
  }
));


export interface NpcShipDelta {

  name?: string;

  posX?: number;

  posY?: number;

  posZ?: number;

  heading?: number;

  velocity?: number;

  faction?: number;

  shieldsFore?: number;

  shieldsAft?: number;

  surrendered?: boolean;

  inNebula?: boolean;

  scanState?: number;

  kind?: number;

  fleet?: number;

  hull?: number;

  cloaked?: boolean;

  weakFrequency?: number;

  strongFrequency?: number;

  systems?: NpcSystems;
}

export const NpcShipDelta = /*#__PURE__*/ Object.freeze(/*#__PURE__*/ Object.assign(
  // Factory function
  (data: NpcShipDelta): NpcShipDelta & BebopRecord => {
    return {
      ...data,
      encode(): Uint8Array {
        return NpcShipDelta.encode(this);
      }
    };
  },
  // Static methods
  {
    encode(record: NpcShipDelta): Uint8Array {
      const view = BebopView.getInstance();
      view.startWriting();
      NpcShipDelta.encodeInto(record, view);
      return view.toArray();
    },

    encodeInto(record: NpcShipDelta, view: BebopView): void {
      const pos = view.reserveMessageLength();
      const start = view.length;
      if (record.name !== undefined) {
        view.writeByte(1);
        view.writeString(record.name);
      }
      if (record.posX !== undefined) {
        view.writeByte(2);
        view.writeFloat32(record.posX);
      }
      if (record.posY !== undefined) {
        view.writeByte(3);
        view.writeFloat32(record.posY);
      }
      if (record.posZ !== undefined) {
        view.writeByte(4);
        view.writeFloat32(record.posZ);
      }
      if (record.heading !== undefined) {
        view.writeByte(5);
        view.writeFloat32(record.heading);
      }
      if (record.velocity !== undefined) {
        view.writeByte(6);
        view.writeFloat32(record.velocity);
      }
      if (record.faction !== undefined) {
        view.writeByte(7);
        view.writeByte(record.faction);
      }
      if (record.shieldsFore !== undefined) {
        view.writeByte(8);
        view.writeFloat32(record.shieldsFore);
      }
      if (record.shieldsAft !== undefined) {
        view.writeByte(9);
        view.writeFloat32(record.shieldsAft);
      }
      if (record.surrendered !== undefined) {
        view.writeByte(10);
        view.writeByte(Number(record.surrendered));
      }
      if (record.inNebula !== undefined) {
        view.writeByte(11);
        view.writeByte(Number(record.inNebula));
      }
      if (record.scanState !== undefined) {
        view.writeByte(12);
        view.writeByte(record.scanState);
      }
      if (record.kind !== undefined) {
        view.writeByte(13);
        view.writeByte(record.kind);
      }
      if (record.fleet !== undefined) {
        view.writeByte(14);
        view.writeByte(record.fleet);
      }
      if (record.hull !== undefined) {
        view.writeByte(15);
        view.writeFloat32(record.hull);
      }
      if (record.cloaked !== undefined) {
        view.writeByte(16);
        view.writeByte(Number(record.cloaked));
      }
      if (record.weakFrequency !== undefined) {
        view.writeByte(17);
        view.writeByte(record.weakFrequency);
      }
      if (record.strongFrequency !== undefined) {
        view.writeByte(18);
        view.writeByte(record.strongFrequency);
      }
      if (record.systems !== undefined) {
        view.writeByte(19);
        NpcSystems.encodeInto(record.systems, view);
      }
      view.writeByte(0);
      const end = view.length;
      view.fillMessageLength(pos, end - start);
    },

    decode(buffer: Uint8Array): NpcShipDelta & BebopRecord {
      const view = BebopView.getInstance();
      view.startReading(buffer);
      const decoded = NpcShipDelta.readFrom(view);
      return NpcShipDelta(decoded);
    },

    readFrom(view: BebopView): NpcShipDelta {
      const message: NpcShipDelta = {};
      const length = view.readMessageLength();
      const end = view.index + length;
      while (true) {
        switch (view.readByte()) {
          case 0:
            return message;

          case 1:
            message.name = view.readString();
            break;

          case 2:
            message.posX = view.readFloat32();
            break;

          case 3:
            message.posY = view.readFloat32();
            break;

          case 4:
            message.posZ = view.readFloat32();
            break;

          case 5:
            message.heading = view.readFloat32();
            break;

          case 6:
            message.velocity = view.readFloat32();
            break;

          case 7:
            message.faction = view.readByte();
            break;

          case 8:
            message.shieldsFore = view.readFloat32();
            break;

          case 9:
            message.shieldsAft = view.readFloat32();
            break;

          case 10:
            message.surrendered = !!view.readByte();
            break;

          case 11:
            message.inNebula = !!view.readByte();
            break;

          case 12:
            message.scanState = view.readByte();
            break;

          case 13:
            message.kind = view.readByte();
            break;

          case 14:
            message.fleet = view.readByte();
            break;

          case 15:
            message.hull = view.readFloat32();
            break;

          case 16:
            message.cloaked = !!view.readByte();
            break;

          case 17:
            message.weakFrequency = view.readByte();
            break;

          case 18:
            message.strongFrequency = view.readByte();
            break;

          case 19:
            message.systems = NpcSystems.readFrom(view);
            break;

          default:
            view.index = end;
            return message;
        }
      }
    },
  }
));

