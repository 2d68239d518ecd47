import type { FactSource } from '../core/facts/source.ts';
import { factsOf } from './factsOf.ts';
import { listEventsAfter, listSentInVain } from './queries/facts.ts';

/** Rows of the past that are filled in at once. */
const pageLength = 500;

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
    return (await listSentInVain(ctx, siteId, ids)).map(({ id, language, at }) => ({
      kind: 'search.vain',
      at,
      subjectId: id,
      channel: 'ask',
      language,
    }));
  },
  async fill(ctx, siteId, { after, before }) {
    const rows = await listEventsAfter(ctx, siteId, after, pageLength);
    const sent = rows.filter(({ kind, at }) => kind === 'sent' && at < before).map(({ id }) => id);
    const vain = await listSentInVain(ctx, siteId, sent);
    return {
      facts: [
        ...rows.filter(({ at }) => at < before).flatMap(factsOf),
        ...vain.map(({ id, language, at }) => ({
          kind: 'search.vain' as const,
          at,
          subjectId: id,
          channel: 'ask',
          language,
        })),
      ],
      after: rows.length < pageLength ? null : (rows.at(-1)?.id ?? null),
    };
  },
};
