import type { GameModel } from '../model/game.js';
import { type Contact, contactsOf } from '../model/contacts.js';
import { bearing, distance } from '../model/units.js';
import { Empty } from '../ui/controls.js';

/** Ships and bases by distance, as a list to choose from. */
export function ContactList(props: {
  game: GameModel;
  selectedId: number;
  onSelect: (id: number) => void;
  filter?: (contact: Contact) => boolean;
  title?: string;
  /** Shows so many at most. */
  most?: number;
}) {
  void props.game.tick.value;
  const contacts = contactsOf(props.game).filter(props.filter ?? (() => true));
  return (
    <section class="panel contacts" aria-label={props.title ?? 'Contacts'}>
      <header>
        <span class="eyebrow">{props.title ?? 'Contacts'}</span>
        <span class="faint">{contacts.length}</span>
      </header>
      {contacts.length === 0 ? (
        <Empty icon="science" title="Nothing in range" />
      ) : (
        <ul class="contact-list">
          {contacts.slice(0, props.most ?? contacts.length).map((contact) => (
            <li key={contact.id}>
              <button
                type="button"
                class={`contact ${contact.side}`}
                aria-pressed={contact.id === props.selectedId}
                onClick={() => props.onSelect(contact.id === props.selectedId ? 0 : contact.id)}
              >
                <SideMark side={contact.side} />
                <span class="grow">
                  <span class="clip block">{contact.name}</span>
                  <span class="faint clip block">{contact.what}</span>
                </span>
                <span class="contact-where">
                  <span>{distance(contact.away)}</span>
                  <span class="faint">{bearing(contact.direction)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The same mark of a side as on the radar. */
export function SideMark({ side }: { side: Contact['side'] }) {
  return (
    <svg class={`side-mark ${side}`} viewBox="0 0 16 16" aria-hidden="true">
      {side === 'hostile' ? (
        <path d="M8 1.500 14.500 8 8 14.500 1.500 8z" />
      ) : side === 'friendly' ? (
        <circle cx="8" cy="8" r="5.500" />
      ) : (
        <path d="M3 3h10v10H3z" />
      )}
    </svg>
  );
}
