import type { ArticleFrom } from '../../shared/articles/schema.ts';
import { longestArticle } from '../../shared/articles/schema.ts';
import { longest } from '../../shared/core/fields.ts';
import { newId } from '../../shared/core/ids.ts';
import { primarySubtag } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { cutAtWord } from '../core/content/cut.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { listMessages, toMessageViews } from '../core/conversations/queries/messages.ts';
import { derivedId } from '../core/derivedId.ts';
import { notFound } from '../core/http/failure.ts';
import type { AskedQuestion } from '../core/knowledge.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { listStaff } from '../core/people/staff/queries.ts';
import { listArticleRows } from './queries/articles.ts';
import { listWritten } from './queries/written.ts';
import { articleChanged, neverPublished } from './rules.ts';
import { articleTexts } from './texts.ts';
import { insertArticle, insertText } from './writes/articles.ts';

/* An article that is begun from what was asked and answered, without who asked. */

/** Messages and UTF-16 code units that are taken at the most: what is longer is nobody's answer. */
const [maxMessages, maxLength] = [60, 40_000];

/** The source of an article. */
interface Material {
  conversation: string | null;
  question: string | null;
  title: string;
  asked: string;
  answers: string[];
  language: string;
  category: string | null;
  /** Of those who take part. */
  names: string[];
}

export const findQuestion = async (
  ctx: Context,
  site: Site,
  from: ArticleFrom,
): Promise<AskedQuestion | null> => {
  for (const source of ctx.questions) {
    const found = await source.find(site, from);
    if (found) return found;
  }
  return null;
};

/** The public text of a conversation: how it began, and the team's answers. */
const readConversation = async (ctx: Context, site: Site, id: string) => {
  const row = await findConversation(ctx, site.id, id);
  if (!row) return null;
  const rows = (await listMessages(ctx, site.id, id, false)).filter(({ removed }) => !removed);
  const views = await toMessageViews(ctx, site.id, rows.slice(0, maxMessages));
  const answered = views.findIndex(({ author }) => author.kind === 'staff');
  const opening = views
    .slice(0, answered < 0 ? undefined : answered)
    .filter(({ author }) => author.kind === 'visitor')
    .map(({ body }) => body.trim());
  const [first = '', ...rest] = opening;
  // Questions begin with their title; of all else the subject is the first words, cut anywhere: in a number, too.
  const isTitled = first.startsWith(row.subject);
  const own = isTitled ? first.slice(row.subject.length).trim() : first;
  return {
    row,
    title: isTitled || first === '' ? row.subject : first,
    asked: [own, ...rest].filter(Boolean).join('\n\n'),
    answers: views.filter(({ author }) => author.kind === 'staff').map(({ body }) => body.trim()),
    names: views.map(({ author }) => author.name),
  };
};

/** @throws Failure `not_found` */
const readMaterial = async (ctx: Context, site: Site, from: ArticleFrom): Promise<Material> => {
  const question = await findQuestion(ctx, site, from);
  const conversation = 'conversation' in from ? from.conversation : (question?.conversation ?? null);
  const said = conversation === null ? null : await readConversation(ctx, site, conversation);
  if ('question' in from ? !question : !said) throw notFound();
  const team = (await listStaff(ctx, site.id)).map(({ name }) => name);
  const shared = {
    conversation: said ? conversation : null,
    question: question?.id ?? null,
    language: question?.language ?? said?.row.language ?? 'en',
    category: question?.category ?? said?.row.category ?? null,
    names: [...new Set([...(said?.names ?? []), ...team])].filter(Boolean),
  };
  // What was published is what somebody already looked at, and answers.
  if (question && question.answers.length > 0)
    return { ...shared, title: question.title, asked: question.details, answers: question.answers };
  return {
    ...shared,
    title: question?.title ?? said?.title ?? '',
    asked: said?.asked ?? question?.details ?? '',
    answers: said?.answers ?? [],
  };
};

/** Longest title that is made of what somebody said, UTF-16 code units. */
const longestOwn = 120;

/** The first sentence of a text, or as much of it as a title holds. */
const toTitle = (text: string): string => {
  const line = text
    .replace(/\s+/g, ' ')
    // "Hi [name], …" is said to one person.
    .replace(/^(?:\p{L}+ ){1,3}\[[^\]]+\][,!.:]? /u, '')
    .trim()
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (line.length <= longestOwn && !/[?؟!.] /.test(line)) return line;
  return /^.{8,118}?[?؟!.](?= |$)/u.exec(line)?.[0] ?? cutAtWord(line, longestOwn);
};

/** As many of the texts as fit, each whole but the last. */
const withinBounds = (texts: readonly string[]): string[] => {
  let left = maxLength;
  return texts.flatMap((text) => {
    if (left <= 0 || text === '') return [];
    const part = text.length <= left ? text : `${cutAtWord(text, left)}…`;
    left -= text.length;
    return [part];
  });
};

const bodyOf = (asked: string, answers: readonly string[], heading: string): string =>
  [asked, ...(asked && answers.length ? [`## ${heading}`] : []), ...answers]
    .filter(Boolean)
    .join('\n\n')
    .slice(0, longestArticle);

/**
 * Begins an article from a conversation or a question, with what tells of a person taken out. Where one was begun from it
 * before, it is that one: the draft is its author's by now.
 * @returns the article's id
 * @throws Failure `not_found`, `limited`, or `invalid` for a text that can't be gone through in time
 */
export const draftFrom = async (
  ctx: Context,
  site: Site,
  from: ArticleFrom,
  staff: string,
): Promise<{ id: string; isNew: boolean }> => {
  const material = await readMaterial(ctx, site, from);
  const { conversation, question } = material;
  const [known] = await listWritten(ctx, site.id, { conversation, question });
  if (known) return { id: known.id, isNew: false };
  const texts = withinBounds([material.asked, ...material.answers]);
  const language = primarySubtag(material.language);
  const masked = await ctx.masker.mask(
    { texts: [material.title.slice(0, maxLength), ...texts], names: material.names, language },
    { site: site.id, address: staff },
  );
  const [title = '', ...parts] = masked.texts;
  const asked = material.asked ? (parts.shift() ?? '') : '';
  // Of two who begin it at once, the second is given what the first has.
  const id = derivedId(site.id, 'article from', question ?? conversation ?? '');
  const now = ctx.clock.now();
  const last = (await listArticleRows(ctx, site.id)).map(({ position }) => position);
  const isTopic = site.settings.categories.some(({ key }) => key === material.category);
  const { applied } = await ctx.database.commit({
    site: site.id,
    events: [{ kind: articleChanged, subject: id, audience: 'staff' }],
    write: (tx) => [
      insertArticle(tx, {
        siteId: site.id,
        id,
        category: isTopic ? material.category : null,
        audience: 'public',
        language,
        position: Math.max(0, ...last) + 1,
        authors: [staff],
        verifyBy: null,
        sourceId: null,
        conversationId: conversation,
        questionId: question,
        revision: 1,
        createdAt: now,
        changedAt: now,
      }),
      insertText(tx, {
        siteId: site.id,
        id: newId(now),
        articleId: id,
        language,
        title: question ? title.slice(0, longest.title) : toTitle(title),
        body: bodyOf(asked, parts, articleTexts(language).answer),
        revision: 1,
        changedAt: now,
        changedBy: staff,
        ...neverPublished,
      }),
    ],
  });
  return { id, isNew: applied };
};
