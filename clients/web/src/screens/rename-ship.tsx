import type { ShipView } from '@artemis/client';
import { useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { utf8Length } from '../model/text.js';
import { TextField } from '../ui/controls.js';
import { Dialog } from '../ui/dialog.js';

/** The captain's right: a name for the ship. */
export function RenameShip({
  game,
  ship,
  onClose,
}: {
  game: GameModel;
  ship: ShipView;
  onClose: () => void;
}) {
  const [name, setName] = useState(ship.name);
  const trimmed = name.trim();
  const tooLong = utf8Length(trimmed) > 32;
  return (
    <Dialog title="Name your ship" onClose={onClose} narrow>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!trimmed || tooLong) return;
          game.renameShip(ship.ship, trimmed);
          onClose();
        }}
      >
        <TextField
          label="Name"
          value={name}
          onInput={setName}
          autoFocus
          problem={tooLong ? 'That is too long.' : null}
        />
        <div class="dialog-foot">
          <button type="button" class="button ghost" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button primary" disabled={!trimmed || tooLong}>
            Name her
          </button>
        </div>
      </form>
    </Dialog>
  );
}
