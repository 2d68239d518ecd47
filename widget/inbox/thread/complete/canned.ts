import MiniSearch from 'minisearch';
import { listCannedReplies } from '../../../../shared/inbox/routes.ts';
import type { CannedReply } from '../../../../shared/inbox/schema.ts';
import type { Call } from '../../../core/net/client.ts';

/** Replies shown at once. */
const maxShown = 8;

export interface CannedIndex {
  /** The likeliest replies to a few letters; those of the language first, all when there are no letters. */
  find(text: string, language: string): CannedReply[];
}

/** Loads a site's canned replies and makes them findable by shortcut, title and words, misspelt too. */
export const loadCanned = async (call: Call): Promise<CannedIndex> => {
  const { replies } = await call(listCannedReplies, {});
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  const index = new MiniSearch<CannedReply>({
    fields: ['shortcut', 'title', 'body'],
    searchOptions: {
      boost: { shortcut: 4, title: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
    },
  });
  index.addAll(replies);
  return {
    find(text, language) {
      const found = text ? index.search(text).flatMap(({ id }) => byId.get(id) ?? []) : replies;
      const base = language.split('-')[0];
      const isOther = (reply: CannedReply): number =>
        reply.language && reply.language.split('-')[0] !== base ? 1 : 0;
      // Stable: within a language the likeliest stay first.
      return [...found].sort((one, other) => isOther(one) - isOther(other)).slice(0, maxShown);
    },
  };
};
