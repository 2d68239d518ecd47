import { useLayoutEffect, useRef } from 'preact/hooks';
import { postRating } from '../../shared/core/conversations/endRoutes.ts';
import type { Rating as Score, VisitorConversation } from '../../shared/core/conversations/schema.ts';
import type { Call } from '../core/net/client.ts';
import type { ConversationStore } from '../core/conversations/types.ts';
import type { Texts } from '../core/text/i18n.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Icon } from '../core/ui/parts.tsx';
import { Problem, useAction } from './useAction.tsx';
import { faces } from './icons.ts';
import { RatingText } from './RatingText.tsx';
import type { Translate } from './texts.ts';

const scores: Score[] = ['good', 'okay', 'bad'];

/** The rating: one tap, and words for those who want to. Either can be said anew. */
export const Rating = (given: {
  texts: Texts;
  text: Translate;
  row: VisitorConversation;
  call: Call;
  store: ConversationStore;
  /** Messages above it: it stays in sight when another comes. */
  count: number;
}) => {
  const { texts, text, row, call, store } = given;
  const tap = useAction();
  const words = useAction();
  const isSaid = useLocalSignal(false);
  const section = useRef<HTMLElement>(null);
  // As drafts are: there again after a reload.
  const place = `rating ${row.id}`;
  const comment = store.drafts.all.value[place] ?? '';
  useLayoutEffect(
    () => section.current?.scrollIntoView?.({ block: 'nearest' }),
    [row.rating, given.count, comment.trim() === ''],
  );
  const sendRating = async (rating: Score, more: { comment?: string }): Promise<void> =>
    store.take({
      conversation: await call(postRating, { path: { conversation: row.id }, body: { rating, ...more } }),
    });
  const send = async (rating: Score): Promise<void> => {
    if (!(await words.run(() => sendRating(rating, { comment })))) return;
    store.drafts.write(place, '');
    isSaid.value = true;
  };
  return (
    <section ref={section} class="stack rating" aria-labelledby="foyer-rating">
      <h3 id="foyer-rating" tabIndex={-1}>
        {text('rateTitle')}
      </h3>
      <div class="scores">
        {scores.map((score) => (
          <button
            key={score}
            type="button"
            aria-pressed={row.rating === score}
            onClick={() => void tap.run(() => sendRating(score, {}))}
          >
            <Icon path={faces[score]} />
            {text(score)}
          </button>
        ))}
      </div>
      <Problem texts={texts} text={text} action={tap} />
      {row.rating && !isSaid.value && (
        <RatingText
          texts={texts}
          text={text}
          value={comment}
          action={words}
          onInput={(value) => store.drafts.write(place, value)}
          // biome-ignore lint/style/noNonNullAssertion: the comment is asked for after the rating
          onSend={() => void send(row.rating!)}
        />
      )}
      <p class="soft" role="status">
        {row.rating && text('rateThanks')}
      </p>
    </section>
  );
};
