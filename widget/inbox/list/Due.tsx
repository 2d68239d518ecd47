import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { exact, type Language, span } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';

/** A promise that is nearer than this is shown as urgent, milliseconds. */
const soon = 15 * 60_000;

/** The state of a promise: words and, only when it is late or about to be, colour. */
export const Due = ({
  item,
  now,
  language,
}: {
  item: InboxConversation;
  now: number;
  language: Language;
}) => {
  if (!item.promise || item.waitingFor !== 'staff') return null;
  const left = item.promise.at - now;
  const { tag, texts } = language;
  return (
    <span
      class={left < 0 ? 'due late' : left < soon ? 'due soon' : 'due'}
      title={exact(tag, item.promise.at)}
    >
      {left < 0 ? fill(texts.late, { time: span(tag, -left) }) : fill(texts.dueIn, { time: span(tag, left) })}
    </span>
  );
};
