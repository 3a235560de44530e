import { useRef } from 'preact/hooks';
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
  const calm = useRef(false);
  const tick = props.game.tick.value;
  const contacts = useCalmOrder(contactsOf(props.game).filter(props.filter ?? (() => true)), tick, calm);
  return (
    <section class="panel contacts" aria-label={props.title ?? 'Contacts'}>
      <header>
        <span class="eyebrow">{props.title ?? 'Contacts'}</span>
        <span class="faint">{contacts.length}</span>
      </header>
      {contacts.length === 0 ? (
        <Empty icon="science" title="Nothing in range" />
      ) : (
        <ul
          class="contact-list"
          onPointerEnter={() => (calm.current = true)}
          onPointerLeave={() => (calm.current = false)}
        >
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

/**
 * Contacts in an order that a hand can follow: sorted anew every two seconds at most, and not while a pointer is over them. What is
 * new stands at the end until then.
 */
function useCalmOrder(nearestFirst: Contact[], tick: number, calm: { readonly current: boolean }): Contact[] {
  const order = useRef<{ tick: number; places: Map<number, number> }>({ tick: -Infinity, places: new Map() });
  const { current } = order;
  if ((tick - current.tick >= 40 && !calm.current) || tick < current.tick) {
    order.current = { tick, places: new Map(nearestFirst.map(({ id }, index) => [id, index])) };
    return nearestFirst;
  }
  const place = ({ id }: Contact): number => current.places.get(id) ?? nearestFirst.length;
  return nearestFirst.sort((a, b) => place(a) - place(b));
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
