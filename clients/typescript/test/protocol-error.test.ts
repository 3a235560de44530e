import { expect, test } from 'vitest';
import { ProtocolError } from '../src/runtime/index.js';

test('A protocol error says what is wrong, where and in which field', () => {
  const error = new ProtocolError('OutOfRange', '7 is above 4', 12, 'warpFactor');
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toBe('OutOfRange in warpFactor at byte 12: 7 is above 4');
  expect(new ProtocolError('BadMessage', 'not a map').message).toBe('BadMessage: not a map');
});
