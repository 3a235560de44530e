import { consoles, scenarios } from '../model/catalog.js';
import { Icon } from '../ui/icon.js';

/** Beside the list of sessions: how a crew comes together, and what there is to play. */
export function CrewNotes() {
  return (
    <aside class="side-notes">
      <section aria-label="How to begin">
        <h2 class="eyebrow">How to begin</h2>
        <ol class="steps">
          <li>Join a crew from the list, or make a session of your own.</li>
          <li>Copy the link in its lobby. Whoever opens it comes straight in.</li>
          <li>
            Everybody takes a console. One alone can hold several, and the computer helps at the others.
          </li>
        </ol>
      </section>
      {scenarios.value && (
        <section aria-label="What there is to play">
          <h2 class="eyebrow">What there is to play</h2>
          <dl class="note-list">
            {scenarios.value.map(({ id, name, description, crew }) => (
              <div key={id}>
                <dt class="spread">
                  {name} <span class="faint crew-hint">{crew}</span>
                </dt>
                <dd class="quiet">{description}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </aside>
  );
}

/** Beside the ships of a recording: what one sees from each of them. */
export function WatchingNotes() {
  return (
    <aside class="side-notes">
      <section aria-label="What you will see">
        <h2 class="eyebrow">What you will see</h2>
        <p class="quiet">
          The game as it went, on the screens that the crew had. Nothing you touch changes it, so look at
          whatever you like.
        </p>
        <dl class="note-list consoles">
          {consoles.map(({ id, name, icon, key, duty }) => (
            <div key={id}>
              <dt class="row tight">
                <Icon name={icon} /> <span class="grow">{name}</span> <kbd>{key}</kbd>
              </dt>
              <dd class="quiet">{duty}</dd>
            </div>
          ))}
        </dl>
      </section>
    </aside>
  );
}
