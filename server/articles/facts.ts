import type { FactSource } from '../core/facts/source.ts';
import { listVotesAfter } from './queries/votes.ts';

/** Votes of the past that are filled in at once. */
const pageLength = 500;

/** The source of facts of whom articles helped. They are in no log, but kept as they are written, see `vote`. */
export const articleFacts: FactSource = {
  read: async () => [],
  async fill(ctx, siteId, { after, before }) {
    const [textId = '', voter = ''] = after.split(' ');
    const rows = await listVotesAfter(ctx, siteId, { textId, voter }, pageLength);
    const last = rows.at(-1);
    return {
      facts: rows
        .filter(({ at }) => at < before)
        .map(({ textId: subjectId, helped, at }) => ({
          kind: 'article.voted',
          at,
          subjectId,
          value: Number(helped),
        })),
      after: last && rows.length === pageLength ? `${last.textId} ${last.voter}` : null,
    };
  },
};
