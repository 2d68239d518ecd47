import * as contract from '../../shared/articles/routes.ts';
import * as schema from '../../shared/articles/schema.ts';
import { filesOf } from '../core/content/articleMarkdown.ts';
import { findAttachment } from '../core/content/attachments/queries.ts';
import { sendAttachment } from '../core/content/attachments/routes.ts';
import { notFound } from '../core/http/failure.ts';
import { type Api, mount, mountFile } from '../core/http/mount.ts';
import { findPublished } from './queries/published.ts';
import { vote } from './voting.ts';

/** Articles for everybody: their pictures, and whether they helped. */
export const mountArticles = (api: Api): void => {
  mountFile(
    api,
    contract.getArticlePicture,
    {
      access: 'public',
      rate: 'read',
      operationId: 'getArticlePicture',
      summary: 'Get a picture of a published article',
    },
    async ({ ctx, site, parameter, headers }) => {
      const file = await findAttachment(ctx, site.id, parameter('file'));
      const [text] = file?.messageId ? await findPublished(ctx, site.id, 'public', [file.messageId]) : [];
      // What only a draft shows is nobody's yet.
      if (!file || file.width === null || !filesOf(text?.rich ?? []).includes(file.id)) throw notFound();
      const response = await sendAttachment(ctx, file, undefined, headers);
      // Pages of the site show it.
      response.headers.set('cross-origin-resource-policy', 'cross-origin');
      return response;
    },
  );

  mount(
    api,
    contract.postArticleVote,
    {
      access: 'public',
      rate: 'event',
      body: schema.voteBody,
      reply: schema.doneReply,
      maxBytes: 1_024,
      operationId: 'voteOnArticle',
      summary: 'Say whether an article helped; once a person, the last word counts',
    },
    async ({ ctx, site, parameter, body, address }) => {
      await vote(ctx, site, parameter('text'), { ...body, address });
      return { done: true as const };
    },
  );
};
