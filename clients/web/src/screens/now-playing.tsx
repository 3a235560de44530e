import { useEffect, useState } from 'preact/hooks';
import { type ServerInfo, ServerApi, type SessionListing } from '../generated/server-api.js';

const refreshMs = 5000;
const shownAtMost = 3;

interface Now {
  readonly server: ServerInfo;
  readonly sessions: readonly SessionListing[];
}

/** What is played on this server at the moment, for one who has not signed in yet. Says nothing while nothing is known. */
export function NowPlaying() {
  const [now, setNow] = useState<Now | null>(null);
  useEffect(() => {
    const api = new ServerApi('', window);
    let ended = false;
    const look = async (): Promise<void> => {
      if (document.hidden) return;
      try {
        const [server, sessions] = await Promise.all([
          api.getServer(),
          api.listSessions(undefined, undefined, undefined, true),
        ]);
        if (!ended) setNow({ server, sessions });
      } catch {
        // The next look may fare better; signing in says what is wrong.
      }
    };
    void look();
    const timer = setInterval(() => void look(), refreshMs);
    return () => {
      ended = true;
      clearInterval(timer);
    };
  }, []);
  if (!now) return null;
  if (now.server.draining) {
    return <p class="quiet small-print">The server is about to stop and takes nobody new.</p>;
  }
  if (now.sessions.length === 0) return null;
  const names = now.sessions.slice(0, shownAtMost).map((session) => session.name);
  const more = now.sessions.length - names.length;
  return (
    <p class="quiet small-print clip">
      {now.server.playersOnline} online. Free seats in {names.join(', ')}
      {more > 0 ? ` and ${more} more` : ''}.
    </p>
  );
}
