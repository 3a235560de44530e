import { useState } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { utf8Length } from '../model/text.js';
import { Icon } from '../ui/icon.js';
import { useNewest } from '../ui/use-newest.js';
import { CloseDrawer } from './close-drawer.js';

/** What was said, and a line to say more. Text is only ever text here. */
export function Chat({ game, onClose }: { game: GameModel; onClose?: () => void }) {
  const [draft, setDraft] = useState('');
  const lines = game.chat.value;
  const log = useNewest(lines.at(-1));
  const tooLong = utf8Length(draft.trim()) > 240;
  return (
    <section class="panel chat" aria-label="Chat">
      <header>
        <span class="eyebrow">Chat</span>
        {onClose && <CloseDrawer what="chat" onClose={onClose} />}
      </header>
      <div class="chat-log" ref={log} role="log" tabIndex={0} aria-label="What was said">
        <ol>
          {lines.length === 0 && <li class="faint">Nobody has said anything yet.</li>}
          {lines.map((line, index) => (
            <li key={index} class={line.from === undefined ? 'server' : ''}>
              {line.from !== undefined && <strong>{line.name}</strong>}
              <span>{line.message}</span>
            </li>
          ))}
        </ol>
      </div>
      {tooLong && (
        <p class="problem" role="alert">
          That is too long.
        </p>
      )}
      <form
        class="chat-line"
        onSubmit={(event) => {
          event.preventDefault();
          const text = draft.trim();
          if (!text || tooLong) return;
          if (game.say(text)) setDraft('');
        }}
      >
        <input
          class="input"
          aria-label="Say something to all"
          placeholder="Say something to all"
          value={draft}
          maxLength={240}
          aria-invalid={tooLong ? 'true' : undefined}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
        <button type="submit" class="button icon-only" aria-label="Send" disabled={!draft.trim() || tooLong}>
          <Icon name="send" />
        </button>
      </form>
    </section>
  );
}
