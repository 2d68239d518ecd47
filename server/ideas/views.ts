import type { IdeaCard, PublicIdea } from '../../shared/ideas/schema.ts';
import type { Context } from '../context.ts';
import { excerpt } from '../core/content/markdown.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { listSteps } from './queries/details.ts';
import { groupOf, type IdeaRow } from './queries/ideas.ts';
import { listReplies } from './replies/queries.ts';
import { toReplyView } from './replies/views.ts';
import { ideaPath } from './rules.ts';

/** Code units of the details that a list shows. */
const snippetLength = 160;

/** An idea as lists show it. */
export const toCard = (site: Pick<Site, 'key'>, row: IdeaRow): IdeaCard => ({
  id: row.id,
  title: row.title,
  snippet: excerpt(row.rich, snippetLength),
  language: row.language,
  status: row.status,
  votes: row.votes,
  at: row.createdAt,
  path: ideaPath(site.key, row.id, row.slug),
});

/** An idea as its page shows it. */
export const toPublicIdea = async (ctx: Context, site: Site, row: IdeaRow): Promise<PublicIdea> => ({
  ...toCard(site, row),
  details: row.rich,
  author: row.authorName,
  verified: row.verified && row.authorKind === 'visitor',
  editedAt: row.editedAt,
  history: (await listSteps(ctx, site.id, row.id)).map(({ status, noteRich, at }) => ({
    status,
    note: noteRich,
    at,
  })),
  replies: (await listReplies(ctx, site.id, await groupOf(ctx, site.id, row.id), 'public')).map(toReplyView),
});
