import { useMemo, useRef } from 'preact/hooks';
import type { GameModel } from '../model/game.js';
import { type Contact, contactsOf } from '../model/contacts.js';
import { useWatched } from '../model/watched.js';
import { bearing, distance } from '../model/units.js';
import { Empty } from '../ui/controls.js';

/** Ticks from one look at the contacts to the next: five looks a second are more than an eye follows. */
const pace = 4;

interface ContactListProps {
  game: GameModel;
  selectedId: number;
  onSelect: (id: number) => void;
  filter?: (contact: Contact) => boolean;
  title?: string;
  /** Shows so many at most. */
  most?: number;
}

/** Ships and bases by distance, as a list to choose from. */
export function ContactList(props: ContactListProps) {
  const calm = useRef(false);
  const latest = useRef(props);
  latest.current = props;
  const { game, selectedId, title = 'Contacts', most } = props;
  const [look] = useWatched(() => [Math.floor(game.tick.value / pace)], [game]);
  const order = useCalmOrder(calm);
  return useMemo(() => {
    const contacts = order(contactsOf(game).filter(props.filter ?? (() => true)), look * pace);
    return (
      <section class="panel contacts" aria-label={title}>
        <header>
          <span class="eyebrow">{title}</span>
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
            {contacts.slice(0, most ?? contacts.length).map((contact) => (
              <li key={contact.id}>
                <button
                  type="button"
                  class={`contact ${contact.side}`}
                  aria-pressed={contact.id === selectedId}
                  onClick={() => latest.current.onSelect(contact.id === selectedId ? 0 : contact.id)}
                >
                  <span class="contact-name">{contact.name}</span>
                  <span class="contact-what">{contact.what}</span>
                  <span class="contact-away">{distance(contact.away)}</span>
                  <span class="contact-bearing">{bearing(contact.direction)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    );
  }, [game, look, selectedId, title, most]);
}

/**
 * Contacts in an order that a hand can follow: sorted anew every two seconds at most, and not while a pointer is over them. What is
 * new stands at the end until then.
 */
function useCalmOrder(calm: {
  readonly current: boolean;
}): (nearestFirst: Contact[], tick: number) => Contact[] {
  const order = useRef<{ tick: number; places: Map<number, number> }>({ tick: -Infinity, places: new Map() });
  return (nearestFirst, tick) => {
    const { current } = order;
    if ((tick - current.tick >= 40 && !calm.current) || tick < current.tick) {
      order.current = { tick, places: new Map(nearestFirst.map(({ id }, index) => [id, index])) };
      return nearestFirst;
    }
    const place = ({ id }: Contact): number => current.places.get(id) ?? nearestFirst.length;
    return nearestFirst.sort((a, b) => place(a) - place(b));
  };
}
