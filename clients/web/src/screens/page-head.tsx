import type { AppStore } from '../app/store.js';
import { Brand } from '../ui/brand.js';
import { Icon } from '../ui/icon.js';

/** The head of pages outside of a session: the mark, the connection and who one is. */
export function PageHead({ store }: { store: AppStore }) {
  const state = store.gatewayState.value;
  return (
    <header class="page-head">
      <Brand />
      <div class="row">
        {state !== 'ready' && (
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
  );
}
