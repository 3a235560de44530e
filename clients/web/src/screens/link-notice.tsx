import type { LinkState } from '@artemis/client';
import { useEffect, useState } from 'preact/hooks';
import type { AppStore } from '../app/store.js';
import type { GameModel } from '../model/game.js';
import { Notice } from '../ui/controls.js';
import { PageHead } from './page-head.js';

const titles = {
  left: 'You have left',
  replaced: 'You are aboard in another window',
  kicked: 'You were sent ashore',
  sessionClosed: 'The session is over',
  refused: 'Your seat is gone',
  fault: 'The server ended the connection',
  gaveUp: 'The game could not be reached again',
} as const;

/** What is shown when a session has ended for this player. */
export function LinkEnded({
  store,
  link,
}: {
  store: AppStore;
  link: Extract<LinkState, { phase: 'ended' }>;
}) {
  const canReturn = ['replaced', 'gaveUp', 'refused', 'fault'].includes(link.reason);
  return (
    <div class="page">
      <PageHead store={store} />
      <main class="page-body centred">
        <section class="panel door">
          <div class="body stack">
            <h1>{titles[link.reason]}</h1>
            <p class="quiet">{link.message}</p>
            <div class="dialog-foot">
              {canReturn && (
                <button type="button" class="button" onClick={() => void store.enter()}>
                  {link.reason === 'replaced' ? 'Go on in this window' : 'Try to come back'}
                </button>
              )}
              <button type="button" class="button primary" onClick={() => store.leave()}>
                Back to the list
              </button>
            </div>
          </div>
        </section>
      </main>
    </div>
  );
}

/** A strip that says that the connection is lost, since when, and when the next try comes. */
export function LinkStrip({ game }: { game: GameModel }) {
  const link = game.link.value;
  const lost = link.phase === 'disconnected' || link.phase === 'reconnecting';
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (!lost) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 250);
    return () => clearInterval(timer);
  }, [lost]);
  if (!lost) return null;
  const left = Math.max(0, Math.round(60 - (now - link.lostAt) / 1000));
  return (
    <div class="link-strip">
      <Notice kind="amber">
        <strong>Connection lost.</strong>{' '}
        {link.phase === 'reconnecting'
          ? 'Trying to come back.'
          : `Next try in ${Math.max(0, Math.ceil((link.retryAt - now) / 1000))} s.`}{' '}
        {left > 0 ? `Your seat is kept for ${left} s.` : 'Your seat may be taken; you can still come back.'}
      </Notice>
    </div>
  );
}
