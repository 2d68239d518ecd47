import { z } from 'zod';
import { id, instant, language, line, longest, prose } from '../core/fields.ts';
import { richText } from '../core/richTextSchema.ts';

/** Longest article, UTF-16 code units: about forty pages. */
export const longestArticle = 100_000;

/** Readers of an article: everybody, or the team alone. */
export const audiences = ['public', 'internal'] as const;
export type Audience = (typeof audiences)[number];

/** Why an article did not help. */
export const reasons = ['missing', 'unclear', 'wrong', 'other'] as const;
export type Reason = (typeof reasons)[number];

/**
 * Where one language of an article stands. `changed`: readers have a version, and the draft says something else.
 * `scheduled`: the draft as it was then goes out by itself.
 */
export const textStates = ['draft', 'scheduled', 'live', 'changed'] as const;
export type TextState = (typeof textStates)[number];

/** The data that all languages of an article share. */
export const articleMeta = z.strictObject({
  /** The key of one of the site's topics. */
  category: line(longest.category).nullable(),
  audience: z.enum(audiences),
  /** The language that it is written in first: the others are translations of it. */
  language,
  /** By when somebody looks at whether it is still true. */
  verifyBy: instant.nullable(),
  /** Members of the team, in the order in which they are named. */
  authors: z.array(id).max(10),
});
export type ArticleMeta = z.infer<typeof articleMeta>;

export const saveArticle = z.strictObject({ revision: z.number().int().min(0), article: articleMeta });

export const saveText = z.strictObject({
  /** An article has each language once. */
  language,
  revision: z.number().int().min(0),
  /** Unfinished drafts may be empty; what is published has both. */
  title: line(longest.title),
  body: prose(longestArticle),
});

export const publishText = z.strictObject({
  revision: z.number().int().min(1),
  /** Null: now. */
  at: instant.nullable(),
  /** The original has changed since, and this translation says what it says now, too. */
  isCurrent: z.boolean().optional(),
});
export const revised = z.strictObject({ revision: z.number().int().min(1) });

export const textSummary = z.object({
  id,
  title: z.string(),
  state: z.enum(textStates),
  publishAt: instant.nullable(),
  updatedAt: instant.nullable(),
  changedAt: instant,
  /** The original was published anew since this translation was. */
  isOutdated: z.boolean(),
  /** Of its public page; null where nobody but the team reads it. */
  path: z.string().nullable(),
});
export type TextSummary = z.infer<typeof textSummary>;

export const staffText = textSummary.extend({
  body: z.string(),
  revision: z.number().int(),
  /** Of the version that readers have; 0 before the first. */
  version: z.number().int(),
  /** The last author of the draft; empty where they are no longer known. */
  changedBy: z.string(),
});
export type StaffText = z.infer<typeof staffText>;

const shared = articleMeta.extend({
  id,
  revision: z.number().int(),
  position: z.number().int(),
  createdAt: instant,
  changedAt: instant,
  helped: z.number().int(),
  notHelped: z.number().int(),
});

export const articleSummary = shared.extend({ texts: z.record(language, textSummary) });
export type ArticleSummary = z.infer<typeof articleSummary>;

/** The source of an article. */
export const articleFrom = z.union([z.strictObject({ conversation: id }), z.strictObject({ question: id })]);
export type ArticleFrom = z.infer<typeof articleFrom>;
/** Of which conversation or question; of both, what was written from either. */
export const articlesFromQuery = z.object({ conversation: id.optional(), question: id.optional() });
export const draftBody = z.strictObject({ from: articleFrom });
export const articlesFrom = z.object({
  articles: z.array(
    z.object({
      id,
      title: z.string(),
      /** Whether readers have it, in a language at least. */
      isOut: z.boolean(),
    }),
  ),
});
export type ArticlesFrom = z.infer<typeof articlesFrom>;

export const staffArticle = shared.extend({
  texts: z.record(language, staffText),
  /** The source it was written from; null where that is no more. */
  from: z.object({
    conversation: id.nullable(),
    question: z.object({ id, title: z.string(), path: z.string().nullable() }).nullable(),
  }),
  reasons: z.partialRecord(z.enum(reasons), z.number().int()),
  /** Addresses that it had in another system: links to them lead to it. */
  former: z.array(z.string()),
});
export type StaffArticle = z.infer<typeof staffArticle>;

export const articleList = z.object({
  articles: z.array(articleSummary),
  /** The site's languages, the first one first. */
  languages: z.array(z.string()),
  categories: z.array(z.object({ key: z.string(), name: z.string() })),
  zone: z.string(),
});
export type ArticleList = z.infer<typeof articleList>;
export const articleReply = z.object({ article: staffArticle });

export const orderBody = z.strictObject({
  category: line(longest.category).nullable(),
  ids: z.array(id).max(500),
});

export const version = z.object({
  number: z.number().int(),
  title: z.string(),
  at: instant,
  /** The person who published it; empty where they are no longer known. */
  by: z.string(),
});
export type Version = z.infer<typeof version>;
export const versionList = z.object({ versions: z.array(version) });
export const versionReply = z.object({ version: version.extend({ body: z.string() }) });

export const versionQuery = z.object({ number: z.coerce.number().int().min(1).max(1_000_000) });

export const previewBody = z.strictObject({ language, body: prose(longestArticle) });
export const previewReply = z.object({ rich: richText });

export const voteBody = z.strictObject({
  helped: z.boolean(),
  /** Only of what did not help. */
  reason: z.enum(reasons).optional(),
});
export const doneReply = z.object({ done: z.literal(true) });
