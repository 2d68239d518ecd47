import { addressOf } from './redirects/formerPath.ts';
import { listRedirects } from './redirects/queries.ts';
import type { ArticleSummary, StaffArticle, TextSummary } from '../../shared/articles/schema.ts';
import type { RichNode } from '../../shared/core/richText.ts';
import type { Context } from '../context.ts';
import { fill } from '../core/pages/texts.ts';
import { filmOf } from '../core/content/videos.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { filesOf } from '../core/content/articleMarkdown.ts';
import { findAttachments } from '../core/content/attachments/queries.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import type { Site } from '../core/people/sites/sites.ts';
import {
  type ArticleRow,
  countVotes,
  findArticle,
  listTexts,
  staffNames,
  type TextHead,
} from './queries/articles.ts';
import { articlePath, isOutdated, stateOf } from './rules.ts';
import type { ArticleTexts } from './textShape.ts';
import { articleTexts } from './texts.ts';

const toSummary = (
  site: Site,
  article: ArticleRow,
  text: TextHead,
  original: TextHead | undefined,
): TextSummary => ({
  id: text.id,
  title: text.title,
  state: stateOf(text),
  publishAt: text.publishAt,
  updatedAt: text.publicTitle === null ? null : text.updatedAt,
  changedAt: text.changedAt,
  isOutdated: isOutdated(text, original),
  path:
    article.audience === 'public' && text.publicTitle !== null
      ? articlePath(site.key, text.id, text.slug)
      : null,
});

type Counts = Awaited<ReturnType<typeof countVotes>>;

const toShared = (row: ArticleRow, counts: Counts) => ({
  id: row.id,
  revision: row.revision,
  category: row.category,
  audience: row.audience,
  language: row.language,
  verifyBy: row.verifyBy,
  authors: row.authors,
  position: row.position,
  createdAt: row.createdAt,
  changedAt: row.changedAt,
  helped: counts.get(row.id)?.helped ?? 0,
  notHelped: counts.get(row.id)?.notHelped ?? 0,
});

/** An article as lists show it to the team. */
export const toArticleSummary = (
  site: Site,
  row: ArticleRow,
  texts: readonly TextHead[],
  counts: Counts,
): ArticleSummary => {
  const original = texts.find(({ language }) => language === row.language);
  return {
    ...toShared(row, counts),
    texts: Object.fromEntries(texts.map((text) => [text.language, toSummary(site, row, text, original)])),
  };
};

/** The source of an article, as far as it is there. */
const readFrom = async (ctx: Context, site: Site, row: ArticleRow): Promise<StaffArticle['from']> => {
  const conversation = row.conversationId && (await findConversation(ctx, site.id, row.conversationId));
  const of = row.questionId
    ? { question: row.questionId }
    : row.conversationId
      ? { conversation: row.conversationId }
      : null;
  const found = of && (await Promise.all(ctx.questions.map((source) => source.find(site, of))));
  const question = found?.find((one) => one !== null);
  return {
    conversation: conversation ? row.conversationId : null,
    question: question ? { id: question.id, title: question.title, path: question.path } : null,
  };
};

/** An article as the team edits it, or null. */
export const readArticle = async (ctx: Context, site: Site, id: string): Promise<StaffArticle | null> => {
  const row = await findArticle(ctx, site.id, id);
  if (!row) return null;
  const [texts, counts] = await Promise.all([listTexts(ctx, site.id, id), countVotes(ctx, site.id, id)]);
  const original = texts.find(({ language }) => language === row.language);
  const writers = await staffNames(
    ctx,
    texts.map(({ changedBy }) => changedBy),
  );
  return {
    ...toShared(row, counts),
    reasons: counts.get(id)?.reasons ?? {},
    from: await readFrom(ctx, site, row),
    former: (await listRedirects(ctx, site.id, id)).map(addressOf),
    texts: Object.fromEntries(
      texts.map((text) => [
        text.language,
        {
          ...toSummary(site, row, text, original),
          body: text.body,
          revision: text.revision,
          version: text.version,
          changedBy: writers.get(text.changedBy) ?? '',
        },
      ]),
    ),
  };
};

/** Reads what was just written, as it is now. */
export const readAgain = async (ctx: Context, site: Site, id: string) => ({
  article: assertPresent(await readArticle(ctx, site, id), 'it was written before'),
});

const placed = (
  nodes: readonly RichNode[],
  files: ReadonlyMap<string, { src: string; width: number | null; height: number | null }>,
): RichNode[] =>
  nodes.flatMap((node): RichNode[] => {
    if (typeof node === 'string') return [node];
    if (node.tag === 'img') {
      const file = files.get(node.src ?? '');
      // A picture that is gone leaves what it showed, in words.
      if (!file) return node.alt ? [node.alt] : [];
      const { src, width, height } = file;
      return [{ ...node, src, ...(width && height && { width, height }) }];
    }
    return [node.children ? { ...node, children: placed(node.children, files) } : node];
  });

/**
 * Has each callout begin with what it is: a colour alone says nothing to who can't tell it, or hears the page. A film says
 * where it would be loaded from.
 */
const withWords = (nodes: readonly RichNode[], texts: ArticleTexts): RichNode[] =>
  nodes.map((node) => {
    if (typeof node === 'string' || !node.children) return node;
    const children = withWords(node.children, texts);
    if (node.tag === 'video')
      return {
        ...node,
        alt: fill(texts.loadVideo, { host: filmOf(node.href)?.host ?? '' }),
        children: children.length ? children : [texts.video],
      };
    if (node.tag !== 'aside') return { ...node, children };
    const name: RichNode = { tag: 'strong', children: [texts[node.kind ?? 'note']] };
    return { ...node, children: [{ tag: 'p', children: [name] }, ...children] };
  });

/**
 * A rendered article as it is shown: with the addresses and sizes of its pictures, and callouts that say what they are.
 * @param language that of its text
 * @param addressOf the address of a file
 */
export const toShown = async (
  ctx: Context,
  siteId: string,
  rich: readonly RichNode[],
  { language, addressOf }: { language: string; addressOf(file: string): string },
): Promise<RichNode[]> => {
  const nodes = withWords(rich, articleTexts(language));
  const ids = filesOf(nodes);
  if (ids.length === 0) return nodes;
  const rows = await findAttachments(ctx, siteId, ids);
  return placed(
    nodes,
    new Map(
      rows
        .filter(({ width }) => width !== null)
        .map(({ id, width, height }) => [id, { src: addressOf(id), width, height }]),
    ),
  );
};
