import { useState } from 'preact/hooks';
import { lastName } from '../app/storage.js';
import type { AppStore } from '../app/store.js';
import { Brand } from '../ui/brand.js';
import { Notice, TextField } from '../ui/controls.js';
import { StarField } from '../ui/star-field.js';
import { NowPlaying } from './now-playing.js';
import { utf8Length } from '../model/text.js';

/** The first page: a name, and in. */
export function SignIn({ store }: { store: AppStore }) {
  const [name, setName] = useState(() => store.identity.value?.name ?? lastName());
  const trimmed = name.trim();
  const tooLong = utf8Length(trimmed) > 32;
  const busy = store.signingIn.value;
  const joining = store.route.value.page === 'session';
  return (
    <main class="sign-in">
      <StarField />
      <form
        class="sign-in-card"
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed && !tooLong && !busy) void store.signIn(trimmed);
        }}
      >
        <Brand />
        <div class="stack">
          <h1>{joining ? 'A crew is waiting for you' : 'Take your station'}</h1>
          <p class="quiet">
            {joining
              ? 'Say who you are, and you are aboard.'
              : 'Six consoles, one ship. Fly her together with friends, each on a screen of their own.'}
          </p>
        </div>
        <TextField
          label="Your name"
          value={name}
          onInput={setName}
          autoComplete="nickname"
          autoFocus
          placeholder="As your crew will see it"
          problem={tooLong ? 'That is too long.' : (store.signInProblem.value?.text ?? null)}
        />
        <button type="submit" class="button primary wide" disabled={!trimmed || tooLong || busy}>
          {busy ? (
            <>
              <span class="spinner" aria-hidden="true" /> Signing in
            </>
          ) : (
            'Come aboard'
          )}
        </button>
        {busy && store.gatewayState.value === 'lost' && (
          <Notice kind="amber">The server does not answer. Trying again.</Notice>
        )}
        <NowPlaying />
        <p class="faint small-print">
          A free name becomes yours and stays with this browser. No password, no mail.
        </p>
      </form>
    </main>
  );
}
