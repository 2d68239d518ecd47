import { effect, untracked } from '@preact/signals';
import type { Surface } from '../context.ts';
import type { Host } from '../host.ts';
import { noticeText } from './noticeText.ts';
import type { ConversationStore } from './types.ts';

/**
 * Has screen readers read each message of the other side once, as it arrives: in the panel while it is open, else beside
 * the launcher. Both places are there before what is said in them; the thread itself is not read out.
 * @returns what ends it
 */
export const speakMessages = (
  host: Host,
  { context, shown, announcement }: Surface,
  { lastMessage }: ConversationStore,
): (() => void) => {
  const { texts } = context;
  const beside = document.createElement('span');
  beside.className = 'spoken';
  beside.setAttribute('role', 'status');
  host.root.append(beside);
  let count = 0;
  const announce = (text: string): void => {
    // The same words twice are said twice: the region has to change.
    const sentence = text + (++count % 2 ? '' : '\u00a0');
    if (shown.peek()) announcement.value = sentence;
    else beside.textContent = sentence;
  };
  const ends = [
    effect(() => {
      const message = lastMessage.value;
      if (!message) return;
      const { author, body } = message;
      const files = message.attachments.map(({ name }) => name).join(', ');
      const happened = noticeText(texts, message);
      untracked(() => announce(happened || `${author.name || texts.get('team')}: ${body || files}`));
    }),
    // What was said in the panel is not said again when it opens, nor beside it what was said while it was closed.
    effect(() => {
      if (shown.value) beside.textContent = '';
      else announcement.value = '';
    }),
  ];
  return () => {
    for (const end of ends) end();
    beside.remove();
  };
};
