import type { AppStore } from '../app/store.js';
import { Brand } from '../ui/brand.js';
import { Notice } from '../ui/controls.js';
import { Icon } from '../ui/icon.js';

/** The head of pages outside of a session: the mark, the connection and who one is. */
export function PageHead({ store }: { store: AppStore }) {
  const state = store.gatewayState.value;
  return (
    <>
      <header class="page-head">
        <Brand />
        <div class="row">
          {state !== 'ready' && state !== 'closed' && (
            <span class="tag amber" role="status">
              <span class="spinner" aria-hidden="true" />
              {state === 'lost' ? 'Connection lost, trying again' : 'Connecting'}
            </span>
          )}
          <span class="who">
            <Icon name="crew" />
            <span class="clip">{store.identity.value?.name}</span>
          </span>
          <button type="button" class="button ghost small" onClick={() => store.signOut()}>
            Sign out
          </button>
        </div>
      </header>
      {state === 'closed' && <SignedOff store={store} />}
    </>
  );
}

/** Says why the server did not let one in again, and offers what may help. */
function SignedOff({ store }: { store: AppStore }) {
  const problem = store.signInProblem.value;
  return (
    <div class="link-strip">
      <Notice kind="amber">
        <div class="spread wrap">
          <span>
            <strong>You are not signed in any more.</strong> {problem?.text}
          </span>
          {problem?.remedy === 'reload' ? (
            <button type="button" class="button small" onClick={() => location.reload()}>
              Reload
            </button>
          ) : (
            <button type="button" class="button small" onClick={() => store.signInAgain()}>
              {problem?.remedy === 'rename' ? 'Choose another name' : 'Sign in again'}
            </button>
          )}
        </div>
      </Notice>
    </div>
  );
}
