import type { GameClient } from '@artemis/client';
import {
  type BeamFrequency,
  CommsHailCommand,
  CommsSetRedAlertCommand,
  CommsTextCommand,
  EngineeringSendTeamCommand,
  EngineeringSetAllCommand,
  EngineeringSetAutonomousCommand,
  EngineeringSetCoolantCommand,
  EngineeringSetPowerCommand,
  type Hail,
  HelmDockCommand,
  HelmSetClimbCommand,
  HelmSetCourseCommand,
  HelmSetImpulseCommand,
  HelmSetReverseCommand,
  HelmSetWarpCommand,
  HelmUndockCommand,
  MainScreenSetViewCommand,
  type MainScreenView,
  type Ordnance,
  ScienceCancelScanCommand,
  ScienceScanCommand,
  type ShipSystem,
  WeaponsConvertCommand,
  WeaponsFireBeamsCommand,
  WeaponsFireTubeCommand,
  WeaponsLoadTubeCommand,
  WeaponsSetAutoBeamsCommand,
  WeaponsSetFrequencyCommand,
  WeaponsSetShieldsCommand,
  WeaponsSetTargetCommand,
  WeaponsUnloadTubeCommand,
} from '@artemis/client/protocol';

/** Orders that consoles give. Each says what should be, so that it may be sent twice without harm. */
export class Orders {
  readonly #client: GameClient;

  constructor(client: GameClient) {
    this.#client = client;
  }

  /** @param impulse - 0 to 1. */
  setImpulse(impulse: number): void {
    this.#client.order(HelmSetImpulseCommand, { impulse });
  }

  /** @param course - Radians, clockwise from north. */
  setCourse(course: number): void {
    this.#client.order(HelmSetCourseCommand, { course });
  }

  /** @param factor - 0 to 4. */
  setWarp(factor: number): void {
    this.#client.order(HelmSetWarpCommand, { factor });
  }

  setReverse(reverse: boolean): void {
    this.#client.order(HelmSetReverseCommand, { reverse });
  }

  /** @param climb - −1 is steepest down, 1 steepest up. */
  setClimb(climb: number): void {
    this.#client.order(HelmSetClimbCommand, { climb });
  }

  dock(baseId: number): void {
    this.#client.order(HelmDockCommand, { baseId });
  }

  undock(): void {
    this.#client.order(HelmUndockCommand, {});
  }

  /** @param targetId - 0 is nothing. */
  setTarget(targetId: number): void {
    this.#client.order(WeaponsSetTargetCommand, { targetId });
  }

  setAutoBeams(on: boolean): void {
    this.#client.order(WeaponsSetAutoBeamsCommand, { on });
  }

  fireBeams(targetId: number): void {
    this.#client.order(WeaponsFireBeamsCommand, { targetId });
  }

  setFrequency(frequency: BeamFrequency): void {
    this.#client.order(WeaponsSetFrequencyCommand, { frequency });
  }

  loadTube(tube: number, ordnance: Ordnance): void {
    this.#client.order(WeaponsLoadTubeCommand, { tube, ordnance });
  }

  unloadTube(tube: number): void {
    this.#client.order(WeaponsUnloadTubeCommand, { tube });
  }

  fireTube(tube: number, targetId: number): void {
    this.#client.order(WeaponsFireTubeCommand, { tube, targetId });
  }

  /** Turns a homing torpedo into energy, or energy into one. */
  convert(toEnergy: boolean): void {
    this.#client.order(WeaponsConvertCommand, { toEnergy });
  }

  setShields(up: boolean): void {
    this.#client.order(WeaponsSetShieldsCommand, { up });
  }

  /** @param percent - 0 to 300. */
  setPower(system: ShipSystem, percent: number): void {
    this.#client.order(EngineeringSetPowerCommand, { system, percent });
  }

  /** @param coolant - 0 to 8. */
  setCoolant(system: ShipSystem, coolant: number): void {
    this.#client.order(EngineeringSetCoolantCommand, { system, coolant });
  }

  /** Sets all eight systems at once, in their order on the wire. */
  setAll(percent: readonly number[], coolant: readonly number[]): void {
    this.#client.order(EngineeringSetAllCommand, { percent: [...percent], coolant: [...coolant] });
  }

  sendTeam(team: number, system: ShipSystem): void {
    this.#client.order(EngineeringSendTeamCommand, { team, system });
  }

  setAutonomous(team: number, on: boolean): void {
    this.#client.order(EngineeringSetAutonomousCommand, { team, on });
  }

  scan(objectId: number): void {
    this.#client.order(ScienceScanCommand, { objectId });
  }

  cancelScan(): void {
    this.#client.order(ScienceCancelScanCommand, {});
  }

  /** @returns Whether it was sent. */
  hail(objectId: number, hail: Hail, ordnance: Ordnance): boolean {
    return this.#client.order(CommsHailCommand, { objectId, hail, ordnance }) !== 0;
  }

  /**
   * @param text - 1 to 240 bytes.
   * @returns Whether it was sent.
   */
  text(shipId: number, text: string): boolean {
    return this.#client.order(CommsTextCommand, { shipId, text }) !== 0;
  }

  setRedAlert(on: boolean): void {
    this.#client.order(CommsSetRedAlertCommand, { on });
  }

  setView(view: MainScreenView): void {
    this.#client.order(MainScreenSetViewCommand, { view });
  }
}
