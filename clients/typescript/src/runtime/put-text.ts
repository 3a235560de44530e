import { scratchBytes, scratchView } from './scratch.js';
import { copyKept, keepText, keptLength } from './text-cache.js';
import type { Writer } from './writer.js';

// Names of this module's own: engines fold them into the code.
const out = scratchBytes;
const outView = scratchView;

/**
 * Writes a text of up to 255 bytes with its count in front, as {@link Writer.text} does, for encoders that keep the place in a
 * local and have made the scratch memory the writer's. Texts that were met before are copied in a few steps.
 *
 * @returns The place behind it.
 * @throws ProtocolError - `OutOfRange` if it is too short, `FrameTooLarge` if there is no room.
 */
export function putText(
  writer: Writer,
  at: number,
  text: string,
  min: number,
  max: number,
  field: string,
): number {
  const slot = keepText(text);
  if (slot >= 0) {
    const length = keptLength(slot);
    const end = at + 1 + length;
    if (length >= min && length <= max && end <= writer.limit) {
      out[at] = length;
      copyKept(slot, outView, at + 1);
      return end;
    }
  }
  writer.at = at;
  writer.text(text, min, max, field);
  return writer.at;
}
