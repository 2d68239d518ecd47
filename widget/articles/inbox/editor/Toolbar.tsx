import { useRef } from 'preact/hooks';
import type { ArticleTexts } from '../texts.ts';
import { type Action, keyName } from './actions.ts';

const Drawn = ({ path }: { path: string }) => (
  <svg
    viewBox="0 0 20 20"
    width="20"
    height="20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
);

const picture = 'M3 4h14v12H3Zm0 9 4-4 4 4 2-2 4 3M13 8v.01';
const block = 'M3 4h6v5H3Zm8 0h6v5h-6ZM3 11h6v5H3Zm11 0v5m-2.500-2.500h5';

/** Where focus goes from a button of the bar, by key: one stop for Tab, arrows within. */
const neighbour = (bar: HTMLElement, event: KeyboardEvent): HTMLButtonElement | undefined => {
  const buttons = [...bar.querySelectorAll('button')];
  const place = buttons.indexOf(event.target as HTMLButtonElement);
  const forward = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  if (event.key === forward) return buttons[(place + 1) % buttons.length];
  if (event.key === back) return buttons.at(place - 1);
  if (event.key === 'Home') return buttons[0];
  return event.key === 'End' ? buttons.at(-1) : undefined;
};

/** Buttons for Markdown; each names its key. */
export const Toolbar = (given: {
  actions: readonly Action[];
  texts: ArticleTexts;
  onAction(action: Action): void;
  onPicture(file: File): void;
  isPicking: boolean;
  onBlock(): void;
}) => {
  const { actions, texts } = given;
  const input = useRef<HTMLInputElement>(null);
  const titleOf = ({ name, key }: Action): string => {
    const words = String(texts[name]);
    return key ? `${words} (${keyName(key)})` : words;
  };
  return (
    <div
      class="article-bar"
      role="toolbar"
      aria-label={texts.toolbar}
      onKeyDown={(event) => {
        const next = neighbour(event.currentTarget, event);
        if (!next) return;
        event.preventDefault();
        for (const one of event.currentTarget.querySelectorAll('button')) one.tabIndex = -1;
        next.tabIndex = 0;
        next.focus();
      }}
    >
      {actions.map((action, place) => (
        <button
          key={action.name}
          type="button"
          tabIndex={place === 0 ? 0 : -1}
          aria-label={String(texts[action.name])}
          title={titleOf(action)}
          onClick={() => given.onAction(action)}
        >
          <Drawn path={action.icon} />
        </button>
      ))}
      <button
        type="button"
        tabIndex={-1}
        aria-label={texts.picture}
        title={texts.picture}
        onClick={() => input.current?.click()}
      >
        <Drawn path={picture} />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={texts.insertBlock}
        title={texts.insertBlock}
        aria-expanded={given.isPicking}
        onClick={given.onBlock}
      >
        <Drawn path={block} />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) given.onPicture(file);
          // The same file can be chosen again after it was changed.
          currentTarget.value = '';
        }}
      />
    </div>
  );
};
