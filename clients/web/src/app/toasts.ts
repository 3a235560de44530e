import { signal } from '@preact/signals';

/** A short word that goes away by itself. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'info' | 'alert';
}

/** The words shown now. */
export const toasts = signal<readonly Toast[]>([]);

let lastId = 0;

/** Shows a word for six seconds; the same one again only makes it stay. */
export function toast(text: string, kind: Toast['kind'] = 'info'): void {
  const id = ++lastId;
  toasts.value = [...toasts.value.filter((entry) => entry.text !== text).slice(-2), { id, text, kind }];
  setTimeout(() => {
    toasts.value = toasts.value.filter((entry) => entry.id !== id);
  }, 6000);
}
