import { Icon } from '../ui/icon.js';
import { Notice } from '../ui/controls.js';
import { SignIn } from '../screens/sign-in.js';
import { Sessions } from '../screens/sessions.js';
import { SessionPage } from '../screens/session-page.js';
import type { AppStore } from './store.js';
import { toasts } from './toasts.js';

/** The whole page. */
export function App({ store }: { store: AppStore }) {
  return (
    <>
      <Page store={store} />
      <div class="toasts" aria-live="polite">
        {toasts.value.map((toast) => (
          <Notice key={toast.id} kind={toast.kind}>
            {toast.text}
          </Notice>
        ))}
      </div>
    </>
  );
}

function Page({ store }: { store: AppStore }) {
  if (!store.playerId.value) return <SignIn store={store} />;
  return store.route.value.page === 'session' ? <SessionPage store={store} /> : <Sessions store={store} />;
}

/** The name of the thing, as a mark and a word. */
export function Brand() {
  return (
    <span class="brand">
      <Icon name="ship" />
      <span>Artemis</span>
    </span>
  );
}
