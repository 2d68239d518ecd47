import type { CannedReply } from '../../shared/inbox/schema.ts';
import { fillVariables } from '../../shared/inbox/variables.ts';
import type { Context } from '../context.ts';
import type { TeamKnowledge } from '../core/knowledge.ts';
import type { SearchDocument } from '../core/search/engine/searchTypes.ts';
import type { SearchSource } from '../core/search/sources.ts';
import { findReplies, listReplies } from './queries/cannedReplies.ts';

/** The kind of the events that say that a canned reply changed; their subject is the reply. */
export const cannedReplyChanged = 'cannedReply.changed';

const kind = 'canned_reply';

const toDocument = ({ id, title, body, language }: CannedReply): SearchDocument => ({
  id,
  group: id,
  kind,
  language,
  title,
  // What a reply leaves open is no word of it.
  body: fillVariables(body, {}),
  weight: 0,
});

/** Canned replies, found as answers are: for the team alone. */
export const cannedReplySource = (ctx: Pick<Context, 'database'>): SearchSource => ({
  kind,
  changed: cannedReplyChanged,
  async *all(siteId) {
    // A site has so few that they are read at once.
    yield (await listReplies(ctx, siteId)).map(toDocument);
  },
  some: async (siteId, subjects) => ({
    groups: subjects,
    documents: (await findReplies(ctx, siteId, subjects)).map(toDocument),
  }),
});

/** Canned replies as they are offered beside a conversation: whole, with what they leave open. */
export const cannedReplyKnowledge = (ctx: Context): TeamKnowledge => ({
  kind,
  isReply: true,
  cards: async (site, ids) =>
    (await findReplies(ctx, site.id, ids)).map(({ id, title, body, language }) => ({
      id,
      title,
      text: body,
      language,
      category: null,
      path: '/inbox/console/replies',
    })),
});
