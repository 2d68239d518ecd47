import { useRef } from 'preact/hooks';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Icon } from '../core/ui/parts.tsx';
import { dots } from './icons.ts';

/** One thing that can be done with the conversation. */
export interface MenuItem {
  label: string;
  action(): void;
}

/** A menu of further actions, out of the way until it is wanted. */
export const Menu = ({ label, items }: { label: string; items: MenuItem[] }) => {
  const isOpen = useLocalSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in it closes it
    <div
      class="more"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen.value) return;
        // The panel stays open.
        event.stopPropagation();
        isOpen.value = false;
        button.current?.focus();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) isOpen.value = false;
      }}
    >
      <button
        ref={button}
        type="button"
        class="plain"
        data-more
        aria-label={label}
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon path={dots} />
      </button>
      {isOpen.value && (
        <ul class="list">
          {items.map((item) => (
            <li key={item.label}>
              <button
                type="button"
                class="row"
                onClick={() => {
                  isOpen.value = false;
                  item.action();
                }}
              >
                {item.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
