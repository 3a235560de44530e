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
