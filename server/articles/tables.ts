import type { Audience, Reason } from '../../shared/articles/schema.ts';
import type { RichNode } from '../../shared/core/richText.ts';
import { at, bool, index, int, json, primaryKey, table, text, uniqueIndex } from '../core/db/columns.ts';

/** An article of the team: what all its languages share. */
export const articles = table(
  'articles',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    category: text('category'),
    audience: text('audience').$type<Audience>().notNull(),
    /** The language of the original. */
    language: text('language').notNull(),
    /** Its place within its category. */
    position: int('position').notNull(),
    /** Ids of members of staff. */
    authors: json<string[]>('authors').notNull(),
    verifyBy: at('verify_by'),
    /** Where an import took it from: the same again is the same article. */
    sourceId: text('source_id'),
    /** The source it was written from. */
    conversationId: text('conversation_id'),
    questionId: text('question_id'),
    revision: int('revision').notNull(),
    createdAt: at('created_at').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (article) => [
    primaryKey({ columns: [article.siteId, article.id] }),
    index('articles_in').on(article.siteId, article.category, article.position),
    uniqueIndex('articles_source').on(article.siteId, article.sourceId),
    index('articles_question').on(article.siteId, article.questionId),
    index('articles_conversation').on(article.siteId, article.conversationId),
  ],
);

/** One language of an article: the draft, and what readers have. */
export const articleTexts = table(
  'article_texts',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    articleId: text('article_id').notNull(),
    language: text('language').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    revision: int('revision').notNull(),
    changedAt: at('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
    /** When the draft goes out by itself. */
    publishAt: at('publish_at'),
    /** Number of the version that readers have; 0 before the first. */
    version: int('version').notNull(),
    /** Of a translation: the original's version that it says the same as. */
    basedOn: int('based_on').notNull(),
    /** Null while nobody but the team reads it. */
    publicTitle: text('public_title'),
    publicRich: json<RichNode[]>('public_rich'),
    slug: text('slug').notNull(),
    publishedAt: at('published_at'),
    updatedAt: at('updated_at'),
  },
  (one) => [
    primaryKey({ columns: [one.siteId, one.id] }),
    uniqueIndex('article_texts_language').on(one.siteId, one.articleId, one.language),
    index('article_texts_public').on(one.siteId, one.language, one.updatedAt),
  ],
);

/** Published versions of an article, each as it was. */
export const articleVersions = table(
  'article_versions',
  {
    siteId: text('site_id').notNull(),
    textId: text('text_id').notNull(),
    number: int('number').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    staffId: text('staff_id').notNull(),
    at: at('at').notNull(),
  },
  (one) => [primaryKey({ columns: [one.siteId, one.textId, one.number] })],
);

/** Whom an article helped, and whom it did not. */
export const articleVotes = table(
  'article_votes',
  {
    siteId: text('site_id').notNull(),
    articleId: text('article_id').notNull(),
    textId: text('text_id').notNull(),
    /** Tells one address from another for one text, and is nothing beyond that. */
    voter: text('voter').notNull(),
    helped: bool('helped').notNull(),
    reason: text('reason').$type<Reason>(),
    at: at('at').notNull(),
  },
  (vote) => [
    primaryKey({ columns: [vote.siteId, vote.textId, vote.voter] }),
    index('article_votes_article').on(vote.siteId, vote.articleId, vote.helped),
  ],
);

/** Addresses that articles had in another help desk: links to them lead on. */
export const articleRedirects = table(
  'article_redirects',
  {
    siteId: text('site_id').notNull(),
    /** Without the slash before it, in the one form of `formerPathOf`. */
    path: text('path').notNull(),
    /** The host that it stood on; empty where that isn't known. */
    host: text('host').notNull(),
    articleId: text('article_id').notNull(),
    /** The language of the page that stood there. */
    language: text('language').notNull(),
  },
  (redirect) => [
    primaryKey({ columns: [redirect.siteId, redirect.path] }),
    index('article_redirects_article').on(redirect.siteId, redirect.articleId),
    index('article_redirects_host').on(redirect.host, redirect.path),
  ],
);

/** A text that many articles hold, kept once; they refer to it by its name. */
export const articleBlocks = table(
  'article_blocks',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** Never changes: articles know it by this. */
    name: text('name').notNull(),
    /** Markdown by language. */
    texts: json<Record<string, string>>('texts').notNull(),
    revision: int('revision').notNull(),
    createdAt: at('created_at').notNull(),
    changedAt: at('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (block) => [
    primaryKey({ columns: [block.siteId, block.id] }),
    uniqueIndex('article_blocks_name').on(block.siteId, block.name),
  ],
);
