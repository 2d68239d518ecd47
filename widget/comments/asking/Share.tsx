import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useComments } from '../context.ts';
import type { AskingTexts } from './texts/en.ts';

/** Addresses that networks take a link at: nothing of theirs is loaded before somebody goes there. */
const networks: readonly [name: string, address: (link: string, title: string) => string][] = [
  ['Facebook', (link) => `https://www.facebook.com/sharer/sharer.php?u=${link}`],
  ['LinkedIn', (link) => `https://www.linkedin.com/sharing/share-offsite/?url=${link}`],
  ['Telegram', (link, title) => `https://t.me/share/url?url=${link}&text=${title}`],
  ['WhatsApp', (link, title) => `https://wa.me/?text=${title}%20${link}`],
  ['X', (link, title) => `https://x.com/intent/post?url=${link}&text=${title}`],
];

/** As tall as the buttons beside them: fingers are as wide for links. */
const roomy = { padding: '8px 4px' };

/** Ways to pass a link to a comment on. */
export const Share = ({ link, texts, onDone }: { link: string; texts: AskingTexts; onDone(): void }) => {
  const { text } = useComments();
  const state = useSignal<'' | 'copied' | 'shown'>('');
  const first = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  useLayoutEffect(() => field.current?.select(), [state.value]);
  const { title } = document;
  const [at, words] = [encodeURIComponent(link), encodeURIComponent(title.slice(0, 200).toWellFormed())];
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      state.value = 'copied';
    } catch {
      // Pages without https have no clipboard: the reader copies by hand.
      state.value = 'shown';
    }
  };
  return (
    <span class="sure" role="group" aria-label={text('share')}>
      {'share' in navigator && (
        <button
          ref={first}
          type="button"
          class="text"
          // Called off, or not allowed: nothing was shared, and the other ways are there.
          onClick={() => void navigator.share({ title, url: link }).then(onDone, () => {})}
        >
          {texts.device}
        </button>
      )}
      <button
        ref={'share' in navigator ? null : first}
        type="button"
        class="text"
        onClick={() => void copy()}
      >
        {texts.copyLink}
      </button>
      <a class="text" style={roomy} href={`mailto:?subject=${words}&body=${at}`}>
        {texts.email}
      </a>
      {networks.map(([name, address]) => (
        <a
          key={name}
          class="text"
          style={roomy}
          href={address(at, words)}
          target="_blank"
          rel="noopener noreferrer"
        >
          {name}
        </a>
      ))}
      <button type="button" class="text quiet" onClick={onDone}>
        {texts.close}
      </button>
      {state.value === 'shown' && (
        <input ref={field} readOnly dir="ltr" value={link} aria-label={texts.copyLink} />
      )}
      <span class="soft" role="status">
        {state.value === 'copied' && texts.copied}
      </span>
    </span>
  );
};
