import type { AppStore } from '../app/store.js';
import { Dialog } from '../ui/dialog.js';

/** Asks before a seat is given up in a game under way. */
export function LeaveGame({ store, onClose }: { store: AppStore; onClose: () => void }) {
  return (
    <Dialog title="Leave the game?" onClose={onClose} narrow>
      <p class="quiet">
        Your consoles go to the computer at once, and your seat is free for others. If you only close the
        page, your seat waits for you for a minute.
      </p>
      <div class="dialog-foot">
        <button type="button" class="button" autoFocus onClick={onClose}>
          Stay aboard
        </button>
        <button type="button" class="button danger" onClick={() => store.leave()}>
          Leave
        </button>
      </div>
    </Dialog>
  );
}
