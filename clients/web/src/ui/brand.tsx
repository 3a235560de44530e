import { Icon } from './icon.js';

/** The name of the thing, as a mark and a word. */
export function Brand() {
  return (
    <span class="brand">
      <Icon name="ship" />
      <span>Artemis</span>
    </span>
  );
}
