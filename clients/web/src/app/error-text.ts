import { ArtemisError } from '@artemis/client';
import { ErrorCode } from '@artemis/client/protocol';

/** What to do about each error. The others come from what one asked for, and the server says best what was wrong with it. */
const words: Partial<Record<number, string>> = {
  [ErrorCode.Internal]:
    'Something is wrong with the server itself. Try again; if it stays so, tell the host.',
  [ErrorCode.MissingKey]: 'This page and the server do not understand each other. Reload it.',
  [ErrorCode.NotSignedIn]: 'You are not signed in any more. Reload the page.',
  [ErrorCode.NameTaken]: 'Somebody else has this name. Choose another one.',
  [ErrorCode.UnknownSession]: 'This session is over, or never was.',
  [ErrorCode.SessionFull]: 'Every seat in this session is taken.',
  [ErrorCode.WrongPassword]: 'That is not the password.',
  [ErrorCode.NoCapacity]: 'The server has no room for another game. Try again when one has ended.',
  [ErrorCode.BadToken]: 'Your sign-in is not valid any more. Sign in again.',
  [ErrorCode.SeatTaken]: 'Somebody else sits there already.',
  [ErrorCode.RateLimited]: 'Too much at once. Wait a moment and try again.',
  [ErrorCode.UnsupportedVersion]: 'This page is from another version than the server. Reload it.',
  [ErrorCode.ShuttingDown]: 'The server is closing down.',
  [ErrorCode.Timeout]: 'The server took too long to answer. Try again.',
};

/** An error in words for a player: what happened and what to do. */
export function errorText(error: unknown): string {
  if (error instanceof ArtemisError)
    return (error.code === undefined ? undefined : words[error.code]) ?? error.message;
  return error instanceof Error ? error.message : 'Something went wrong.';
}
