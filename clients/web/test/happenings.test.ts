import type { GameEvent } from '@artemis/client';
import {
  CommsKind,
  HelmSetWarpCommandId,
  RefusalReason,
  WeaponsSetTargetCommandId,
} from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { describeEvent, refusalText, withLine } from '../src/model/happenings.js';

const message = (senderId: number, text: string): GameEvent => ({
  type: 'commsMessage',
  tick: 40,
  value: { senderId, kind: CommsKind.Base, text },
});

describe('A line of the log', () => {
  it('names who speaks once', () => {
    const line = describeEvent(message(7, 'Haven: shields 400 of 400.'), (id) =>
      id === 7 ? 'Haven' : undefined,
    );
    expect(line).toEqual({ tick: 40, kind: CommsKind.Base, sender: 'Haven', text: 'Shields 400 of 400.' });
  });

  it('leaves words alone that only begin like a name', () => {
    const line = describeEvent(message(7, 'Havens are safe.'), () => 'Haven');
    expect(line?.text).toBe('Havens are safe.');
  });

  it('gives what nobody sent to fleet command', () => {
    const line = describeEvent(message(0, 'Fleet command: hold them.'), () => undefined);
    expect(line).toMatchObject({ sender: 'Fleet command', text: 'Hold them.' });
  });
});

describe('A refusal', () => {
  it('says which system has no power', () => {
    const reason = RefusalReason.NoPower;
    expect(refusalText({ reason, subtype: HelmSetWarpCommandId })).toBe(
      'The warp drive has no power, or is too damaged.',
    );
    expect(refusalText({ reason, subtype: 0 })).toBe('The system is too damaged or has no power.');
  });

  it('says what became of the target of an order that came too late', () => {
    const reason = RefusalReason.BadValue;
    expect(refusalText({ reason, subtype: WeaponsSetTargetCommandId })).toBe('That is no target any more.');
    expect(refusalText({ reason, subtype: 0 })).toBe('That cannot be done.');
  });
});

describe('The log', () => {
  const line = (tick: number, text: string, topic?: string) => ({
    tick,
    kind: CommsKind.Status,
    sender: 'Engineering',
    text,
    ...(topic === undefined ? {} : { topic }),
  });

  it('keeps the last word on a topic, and everything else', () => {
    const log = [line(10, 'Warp at 50 %.', 'warp'), line(20, 'Scan is complete.')];
    const texts = withLine(log, line(30, 'Warp at 40 %.', 'warp'), 10).map(({ text }) => text);
    expect(texts).toEqual(['Scan is complete.', 'Warp at 40 %.']);
  });

  it('lets the oldest go', () => {
    const log = [line(10, 'One.'), line(20, 'Two.')];
    expect(withLine(log, line(30, 'Three.'), 2).map(({ text }) => text)).toEqual(['Two.', 'Three.']);
  });
});
