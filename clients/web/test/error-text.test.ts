import { ArtemisError } from '@artemis/client';
import { ErrorCode } from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { errorText } from '../src/app/error-text.js';

const codes = Object.values(ErrorCode).filter((code) => typeof code === 'number');
/** What depends on what one asked for: the server's own words are the clearer ones. */
const answeredByServer = [
  ErrorCode.BadRequest,
  ErrorCode.NotAllowed,
  ErrorCode.WrongState,
  ErrorCode.NotReady,
  ErrorCode.NotFound,
];

describe('An error', () => {
  it('is told in the words of the page, whatever its code', () => {
    const bare = codes.filter(
      (code) => errorText(new ArtemisError(code, 'The words of the server.')) === 'The words of the server.',
    );
    expect(bare).toEqual(answeredByServer);
  });

  it('that a later server invents is told in the words of the server', () => {
    expect(errorText(new ArtemisError(999 as ErrorCode, 'The stars are wrong.'))).toBe(
      'The stars are wrong.',
    );
  });
});
