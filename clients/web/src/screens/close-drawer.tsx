import { Icon } from '../ui/icon.js';

/** Puts away what is open beside the consoles. */
export function CloseDrawer({ what, onClose }: { what: string; onClose: () => void }) {
  return (
    <button
      type="button"
      class="button ghost small icon-only close-drawer"
      aria-label={`Close ${what}`}
      title="Close (Esc)"
      onClick={onClose}
    >
      <Icon name="close" />
    </button>
  );
}
