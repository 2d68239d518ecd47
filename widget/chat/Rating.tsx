import { useLayoutEffect, useRef } from 'preact/hooks';
import { postRating } from '../../shared/core/conversations/endRoutes.ts';
import type { ScaledRating } from '../../shared/core/conversations/ratingScale.ts';
import type { VisitorConversation } from '../../shared/core/conversations/schema.ts';
import type { PublicSettings } from '../../shared/siteSettings.ts';
import type { Call } from '../core/net/client.ts';
import type { ConversationStore } from '../core/conversations/types.ts';
import type { Texts } from '../core/text/i18n.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import { Problem, useAction } from './useAction.tsx';
import { RatingScale } from './RatingScale.tsx';
import { RatingText } from './RatingText.tsx';
import type { Translate } from './texts.ts';

/** The rating: one tap, and words for those who want to. Either can be said anew. */
export const Rating = (given: {
  texts: Texts;
  text: Translate;
  row: VisitorConversation;
  /** The owner's scale and words; undefined for three faces in ours. */
  csat: PublicSettings['csat'];
  call: Call;
  store: ConversationStore;
  /** Messages above it: it stays in sight when another comes. */
  count: number;
}) => {
  const { texts, text, row, call, store, csat } = given;
  const scale = csat?.scale ?? 'faces';
  const { rated } = row;
  const tap = useAction();
  const words = useAction();
  const isSaid = useLocalSignal(false);
  const section = useRef<HTMLElement>(null);
  // As drafts are: there again after a reload.
  const place = `rating ${row.id}`;
  const comment = store.drafts.all.value[place] ?? '';
  useLayoutEffect(
    () => section.current?.scrollIntoView?.({ block: 'nearest' }),
    [row.rated?.value, given.count, comment.trim() === ''],
  );
  const sendRating = async (body: ScaledRating & { comment?: string }): Promise<void> =>
    store.take({ conversation: await call(postRating, { path: { conversation: row.id }, body }) });
  const send = async (rated: ScaledRating): Promise<void> => {
    if (!(await words.run(() => sendRating({ ...rated, comment })))) return;
    store.drafts.write(place, '');
    isSaid.value = true;
  };
  return (
    <section ref={section} class="stack rating" aria-labelledby="foyer-rating">
      <h3 id="foyer-rating" tabIndex={-1}>
        <span dir="auto">{csat?.question[texts.language] || text('rateTitle')}</span>
      </h3>
      <RatingScale
        scale={scale}
        given={row.rated}
        text={text}
        onRate={(value) => void tap.run(() => sendRating({ scale, value }))}
      />
      <Problem texts={texts} text={text} action={tap} />
      {rated && !isSaid.value && (
        <RatingText
          texts={texts}
          text={text}
          value={comment}
          action={words}
          onInput={(value) => store.drafts.write(place, value)}
          onSend={() => void send(rated)}
        />
      )}
      <p class="soft" role="status">
        {rated && (csat?.thanks[texts.language] || text('rateThanks'))}
      </p>
    </section>
  );
};
