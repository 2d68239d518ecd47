import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

type Done = { done: true };
type Body<Schema extends z.ZodType> = z.infer<Schema>;
type ArticleReply = z.infer<typeof schema.articleReply>;

/** A picture of a published article. */
export const getArticlePicture = route<undefined, undefined>(
  'GET',
  '/api/sites/:site/articles/pictures/:file',
);
/** Whether a published article helped; once a person. */
export const postArticleVote = route<Body<typeof schema.voteBody>, Done>(
  'POST',
  '/api/sites/:site/articles/:text/votes',
);

/* For staff. */
export const listArticles = route<undefined, schema.ArticleList>('GET', '/api/inbox/:site/articles');
export const getArticle = route<undefined, ArticleReply>('GET', '/api/inbox/:site/articles/:article');
export const putArticle = route<Body<typeof schema.saveArticle>, ArticleReply>(
  'PUT',
  '/api/inbox/:site/articles/:article',
);
export const deleteArticle = route<Body<typeof schema.revised>, Done>(
  'DELETE',
  '/api/inbox/:site/articles/:article',
);
/** Articles that were written from a conversation or a question. */
export const listArticlesFrom = route<
  undefined,
  schema.ArticlesFrom,
  z.infer<typeof schema.articlesFromQuery>
>('GET', '/api/inbox/:site/articles-from');
/** Begins an article from it, with what tells of a person masked; where one was begun before, gives that one. */
export const draftArticle = route<Body<typeof schema.draftBody>, ArticleReply>(
  'POST',
  '/api/inbox/:site/articles-from',
);
/** Keeps the draft of one language, under an id made by the browser: readers see none of it. */
export const putArticleText = route<Body<typeof schema.saveText>, ArticleReply>(
  'PUT',
  '/api/inbox/:site/articles/:article/texts/:text',
);
export const deleteArticleText = route<Body<typeof schema.revised>, ArticleReply>(
  'DELETE',
  '/api/inbox/:site/articles/:article/texts/:text',
);
export const publishArticleText = route<Body<typeof schema.publishText>, ArticleReply>(
  'POST',
  '/api/inbox/:site/articles/:article/texts/:text/publish',
);
/** Takes it from readers; draft and versions stay. */
export const unpublishArticleText = route<Body<typeof schema.revised>, ArticleReply>(
  'POST',
  '/api/inbox/:site/articles/:article/texts/:text/unpublish',
);
export const listArticleVersions = route<undefined, z.infer<typeof schema.versionList>>(
  'GET',
  '/api/inbox/:site/articles/:article/texts/:text/versions',
);
export const getArticleVersion = route<
  undefined,
  z.infer<typeof schema.versionReply>,
  z.infer<typeof schema.versionQuery>
>('GET', '/api/inbox/:site/articles/:article/texts/:text/version');
export const putArticleOrder = route<Body<typeof schema.orderBody>, Done>(
  'PUT',
  '/api/inbox/:site/article-order',
);
export const previewArticle = route<Body<typeof schema.previewBody>, z.infer<typeof schema.previewReply>>(
  'POST',
  '/api/inbox/:site/article-preview',
);

/** Old addresses of imported articles and where each is now, as CSV, for the owner's own server. */
export const exportArticleRedirects = route<undefined, undefined>(
  'GET',
  '/api/inbox/:site/articles-redirects',
);
