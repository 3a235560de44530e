import { ArtemisError } from '@artemis/client';
import { ErrorCode } from '@artemis/client/protocol';

const words: Partial<Record<number, string>> = {
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
