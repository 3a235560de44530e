import { Console } from '@artemis/client/protocol';
import { useEffect, useState } from 'preact/hooks';
import { consoles } from '../model/catalog.js';
import { useMedia } from '../ui/use-media.js';

/** Two consoles fit side by side from here on. */
const wide = '(min-width: 80rem)';

/** The consoles in sight, one or two, and which of them the keys change. */
export interface Panes {
  readonly shown: readonly Console[];
  /** Index of the pane that keys and tabs change. */
  readonly front: number;
  readonly canSplit: boolean;
  /** Puts a console into the front pane; if the other one shows it already, that comes to the front. */
  open(console: Console): void;
  /** Puts a second console beside the first, or takes it away. */
  toggleSplit(): void;
  bringToFront(index: number): void;
  close(index: number): void;
}

interface Layout {
  readonly shown: readonly Console[];
  readonly front: number;
}

/**
 * Which consoles are in sight.
 * @param held - Consoles that the player holds, the one worked first in front.
 */
export function usePanes(held: readonly Console[]): Panes {
  const [layout, setLayout] = useState<Layout>(() => ({
    shown: [held[0] ?? Console.MainScreen],
    front: 0,
  }));
  const canSplit = useMedia(wide);
  const { shown, front } = canSplit ? layout : { shown: [layout.shown[layout.front]!], front: 0 };
  const panes: Panes = {
    shown,
    front,
    canSplit,
    open: (console) => setLayout(withOpened(layout, console)),
    toggleSplit: () => setLayout(layout.shown.length > 1 ? only(layout, layout.front) : split(layout, held)),
    bringToFront: (index) => index !== layout.front && canSplit && setLayout({ ...layout, front: index }),
    close: (index) => setLayout(only(layout, index === 0 ? 1 : 0)),
  };
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) return;
      const info = consoles.find((entry) => entry.key === event.key);
      if (info) panes.open(info.id);
      else if (event.key === 'F7' && canSplit) panes.toggleSplit();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  });
  return panes;
}

const only = ({ shown }: Layout, index: number): Layout => ({ shown: [shown[index] ?? shown[0]!], front: 0 });

function withOpened(layout: Layout, console: Console): Layout {
  const at = layout.shown.indexOf(console);
  if (at >= 0) return { ...layout, front: at };
  return {
    ...layout,
    shown: layout.shown.map((entry, index) => (index === layout.front ? console : entry)),
  };
}

/** Beside the console in sight comes another one that the player holds, else the main screen. */
function split({ shown }: Layout, held: readonly Console[]): Layout {
  const first = shown[0]!;
  const second =
    held.find((entry) => entry !== first) ??
    (first === Console.MainScreen ? Console.Helm : Console.MainScreen);
  return { shown: [first, second], front: 1 };
}
