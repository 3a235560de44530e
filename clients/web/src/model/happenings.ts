import type { GameEvent } from '@artemis/client';
import {
  CommsHailCommandId,
  CommsKind,
  CommsTextCommandId,
  DockingState,
  HelmDockCommandId,
  HelmSetWarpCommandId,
  RefusalReason,
  ScanState,
  ScienceScanCommandId,
  WeaponsConvertCommandId,
  WeaponsFireBeamsCommandId,
  WeaponsFireTubeCommandId,
  WeaponsLoadTubeCommandId,
  WeaponsSetShieldsCommandId,
  WeaponsSetTargetCommandId,
} from '@artemis/client/protocol';
import { systemName } from './catalog.js';

/** A line of the ship's log. */
export interface CommsLine {
  readonly tick: number;
  readonly kind: CommsKind;
  readonly sender: string;
  readonly text: string;
  /** What the line is about, if it takes the place of an earlier one about the same. */
  readonly topic?: string;
}

/** Half a minute. */
const topicTicks = 600;

const reasons: Record<number, string> = {
  [RefusalReason.Unknown]: 'The ship does not know this order.',
  [RefusalReason.WrongConsole]: 'Another console gives that order.',
  [RefusalReason.BadValue]: 'That cannot be done.',
  [RefusalReason.Docked]: 'Not while docked.',
  [RefusalReason.NotDocked]: 'Only while docked.',
  [RefusalReason.OutOfRange]: 'Too far away, or out of arc.',
  [RefusalReason.TooFast]: 'Too fast. Slow down first.',
  [RefusalReason.NoPower]: 'The system is too damaged or has no power.',
  [RefusalReason.OutOfStock]: 'Nothing left in store.',
  [RefusalReason.TubeBusy]: 'The tube is empty, full or busy.',
  [RefusalReason.NotReady]: 'Not ready yet.',
  [RefusalReason.Duplicate]: 'The order came twice.',
  [RefusalReason.ShipLost]: 'The ship is lost.',
  [RefusalReason.RateLimited]: 'Too many orders at once.',
  [RefusalReason.NotRunning]: 'The game is not running.',
  [RefusalReason.ShieldsUp]: 'Not with shields up.',
  [RefusalReason.Watching]: 'You are watching a recording.',
};

const powerless: Record<number, string> = {
  [HelmSetWarpCommandId]: 'The warp drive has no power, or is too damaged.',
  [ScienceScanCommandId]: 'The sensors have no power, or are too damaged.',
  [WeaponsConvertCommandId]: 'There is not enough energy for that.',
  [WeaponsFireBeamsCommandId]: 'The beams have no power, or are too damaged.',
  [WeaponsLoadTubeCommandId]: 'The tubes have no power, or are too damaged.',
  [WeaponsSetShieldsCommandId]: 'The shields have no power, or are too damaged.',
};

const unready: Record<number, string> = {
  [CommsHailCommandId]: 'They do not listen yet. Give them half a minute.',
  [WeaponsFireBeamsCommandId]: 'The beams are not charged yet.',
  [WeaponsFireTubeCommandId]: 'The tube is not ready yet.',
};

/** Orders that fit when they were given, mostly: what they are about has changed or gone meanwhile. */
const overtaken: Record<number, string> = {
  [CommsHailCommandId]: 'No answer: they are gone, or it is not for them to do.',
  [CommsTextCommandId]: 'That ship hears you no longer.',
  [HelmDockCommandId]: 'There is no such base any more.',
  [ScienceScanCommandId]: 'There is nothing more to scan there.',
  [WeaponsConvertCommandId]: 'There is no room for more of it.',
  [WeaponsFireBeamsCommandId]: 'That is no target any more.',
  [WeaponsFireTubeCommandId]: 'That is no target any more.',
  [WeaponsSetTargetCommandId]: 'That is no target any more.',
};

/** Words of an order that depend on what was ordered. */
const special: Partial<Record<RefusalReason, Record<number, string>>> = {
  [RefusalReason.BadValue]: overtaken,
  [RefusalReason.NoPower]: powerless,
  [RefusalReason.NotReady]: unready,
};

/** That a scan has ended before its time, in words. */
export const scanLostText = (name: string): string =>
  `The scan of ${name} broke off: out of reach, hidden or gone.`;

/** Why an order was not carried out, in words. */
export function refusalText({ reason, subtype }: { reason: RefusalReason; subtype: number }): string {
  return special[reason]?.[subtype] ?? reasons[reason] ?? 'The order was refused.';
}

/** A line for the log of what happened; undefined for what only the eye needs. */
export function describeEvent(
  event: GameEvent,
  nameOf: (id: number) => string | undefined,
): CommsLine | undefined {
  const line = (kind: CommsKind, sender: string, text: string): CommsLine => ({
    tick: event.tick,
    kind,
    sender,
    text,
  });
  const name = (id: number, otherwise: string): string => nameOf(id) ?? otherwise;
  switch (event.type) {
    case 'commsMessage': {
      const sender = event.value.senderId === 0 ? 'Fleet command' : name(event.value.senderId, 'Unknown');
      return line(event.value.kind, sender, withoutSender(event.value.text, sender));
    }
    case 'docking':
      return line(
        CommsKind.Status,
        name(event.value.baseId, 'Base'),
        event.value.state === DockingState.Docked ? 'You are made fast.' : 'You have cast off.',
      );
    case 'redAlert':
      return line(CommsKind.Alert, 'Bridge', event.value.on ? 'Red alert.' : 'Red alert is over.');
    case 'systemDamaged':
      return {
        ...line(
          CommsKind.Status,
          'Engineering',
          `${systemName(event.value.system)} at ${Math.round(event.value.health * 100)} %${event.value.byHeat ? ', overheated' : ''}.`,
        ),
        topic: `system ${event.value.system}`,
      };
    case 'scanDone':
      return line(
        CommsKind.Status,
        'Science',
        event.value.state === ScanState.Twice
          ? `Frequencies and systems of ${name(event.value.objectId, 'the contact')} are known.`
          : `Class and shields of ${name(event.value.objectId, 'the contact')} are known.`,
      );
    case 'shipLost':
      return line(CommsKind.Alert, 'Fleet command', `${name(event.value.shipId, 'A ship')} is lost.`);
    case 'victory':
    case 'defeat':
      return line(CommsKind.Alert, 'Fleet command', event.value.text);
    default:
      return undefined;
  }
}

/** The log with a line more; of lines on one topic only the last of a while is kept, so that a fight leaves room for words. */
export function withLine(log: readonly CommsLine[], line: CommsLine, most: number): readonly CommsLine[] {
  const kept =
    line.topic === undefined
      ? log
      : log.filter(({ topic, tick }) => topic !== line.topic || line.tick - tick > topicTicks);
  return [...kept.slice(Math.max(0, kept.length + 1 - most)), line];
}

/** Who speaks stands before the words already, so that it need not be said twice. */
function withoutSender(text: string, sender: string): string {
  const prefix = `${sender}: `;
  if (!text.startsWith(prefix)) return text;
  const rest = text.slice(prefix.length);
  return rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
}
