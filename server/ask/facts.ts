import type { FactSource } from '../core/facts/source.ts';
import type { NewFact } from '../core/facts/types.ts';
import { fillAnswerFacts, readAnswerFacts } from './community/facts.ts';
import { factsOf } from './factsOf.ts';
import { listEventsAfter, listSentInVain } from './queries/facts.ts';

/** Rows of the past that are filled in at once. */
const pageLength = 500;

/** The beginning of a place among answers, which are filled in after suggestions. */
const ofAnswers = 'answer ';

const vainFact = ({ id, language, at }: Awaited<ReturnType<typeof listSentInVain>>[number]): NewFact => ({
  kind: 'search.vain',
  at,
  subjectId: id,
  channel: 'ask',
  language,
});

/**
 * The search's source of facts for reports. What becomes of suggestions is in no log: it's kept where it's written, see
 * `recordSuggestionEvent`.
 */
export const askFacts: FactSource = {
  async read(ctx, siteId, batch) {
    // A question is sent under the id of its conversation.
    const begun = batch.filter(
      ({ kind, conversationId, subjectId }) => kind === 'message.added' && subjectId === conversationId,
    );
    const ids = begun.flatMap(({ conversationId }) => conversationId ?? []);
    return [
      ...(await listSentInVain(ctx, siteId, ids)).map(vainFact),
      ...(await readAnswerFacts(ctx, siteId, batch)),
    ];
  },
  async fill(ctx, siteId, page) {
    const { after, before } = page;
    if (after.startsWith(ofAnswers)) {
      const filled = await fillAnswerFacts(ctx, siteId, { ...page, after: after.slice(ofAnswers.length) });
      return { ...filled, after: filled.after && ofAnswers + filled.after };
    }
    const rows = await listEventsAfter(ctx, siteId, after, pageLength);
    const sent = rows.filter(({ kind, at }) => kind === 'sent' && at < before).map(({ id }) => id);
    const vain = await listSentInVain(ctx, siteId, sent);
    return {
      facts: [...rows.filter(({ at }) => at < before).flatMap(factsOf), ...vain.map(vainFact)],
      after: rows.length < pageLength ? ofAnswers : (rows.at(-1)?.id ?? null),
    };
  },
};
