import { listAnswers } from './queries/answers.ts';
import { listMessages } from '../core/conversations/queries/messages.ts';
import type { FittingAnswers } from '../../shared/ask/staffSchema.ts';
import type { Context } from '../context.ts';
import { cutAtWord } from '../core/content/cut.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { findPublishedMany } from './queries/questions.ts';
import { questionPath } from './rules.ts';
import { floorsOf, maxShown, suggest } from './suggestions.ts';

/** Code units of a text that is searched with; more makes it slower, not better. */
const maxQueryLength = 400;
/** Code units of an article that are put into a reply, before the link to it. */
const excerptLength = 300;
/** Number of last messages that are searched with together: visitors split one thing into several. */
const maxMessages = 3;

/** The visitor's request in words: what they said since staff last answered, and how it began. */
const wantedTexts = async (ctx: Context, row: ConversationRow): Promise<string[]> => {
  const messages = await listMessages(ctx, row.siteId, row.id, false);
  const answered = messages.findLastIndex(({ authorKind }) => authorKind === 'staff');
  const own = messages.filter(({ authorKind }) => authorKind === 'visitor');
  const since = messages.slice(answered + 1).filter(({ authorKind }) => authorKind === 'visitor');
  const last = (since.length ? since : own).slice(-maxMessages).map(({ body }) => body);
  const together = last.join(' ').slice(-maxQueryLength);
  // A thread that has gone on is not about its title any more.
  return [...new Set([together, ...(answered < 0 ? [row.subject] : [])])].filter((text) => text.trim());
};

/** Finds public knowledge of other features, as answers: their first words and a link to the rest. */
const findOthers = async (ctx: Context, site: Site, ids: readonly string[]) => {
  const cards = (await Promise.all(ctx.knowledge.map((source) => source.cards(site, ids)))).flat();
  return new Map(
    cards.map(({ id, title, text, path }) => [
      id,
      {
        question: id,
        title,
        body: `${cutAtWord(text, excerptLength)}\n\n[${title.replace(/[[\]]/g, '\\$&')}](${ctx.config.publicUrl}${path})`,
        official: false,
        isTeamOnly: false,
        isCanned: false,
        path,
      },
    ]),
  );
};

/** Entries of the team alone that are offered, at the most, and code units of an article that are put into a reply. */
const [maxTeamOnly, teamLength] = [3, 1_000];

/** Knowledge for the team alone, in words: a visitor could not open a link to it. Canned replies are whole. */
const findTeamOnly = async (
  ctx: Context,
  site: Site,
  text: string,
  language: string,
): Promise<FittingAnswers['answers']> => {
  const kinds = ctx.teamKnowledge.map(({ kind }) => kind);
  if (kinds.length === 0) return [];
  const floor = floorsOf(ctx).of(site);
  const hits = await ctx.search.suggest(site.id, text, { kinds, language, limit: maxTeamOnly, floor });
  const ids = hits.map(({ id }) => id);
  const cards = (
    await Promise.all(
      ctx.teamKnowledge.map(async (source) =>
        (await source.cards(site, ids)).map((card) => ({ ...card, isCanned: source.isReply === true })),
      ),
    )
  ).flat();
  return ids.flatMap((id) => {
    const card = cards.find((one) => one.id === id);
    if (!card) return [];
    const { title, text: words, path, isCanned } = card;
    const body = isCanned ? words : cutAtWord(words, teamLength);
    return [{ question: id, title, body, official: false, isTeamOnly: !isCanned, isCanned, path }];
  });
};

/** Public answers that fit what the visitor said last, best first. */
export const findFittingAnswers = async (
  ctx: Context,
  site: Site,
  row: ConversationRow,
): Promise<FittingAnswers> => {
  const ids: string[] = [];
  const texts = await wantedTexts(ctx, row);
  const teamOnly = texts[0] ? await findTeamOnly(ctx, site, texts[0], row.language) : [];
  for (const text of texts) {
    if (ids.length >= maxShown) break;
    for (const { id } of await suggest(ctx, site, text, row.language)) if (!ids.includes(id)) ids.push(id);
  }
  const shown = ids.slice(0, maxShown);
  if (!shown.length) return { answers: teamOnly };
  const questions = new Map((await findPublishedMany(ctx, site.id, shown)).map((one) => [one.id, one]));
  const answers = await listAnswers(ctx, site.id, shown);
  const others = await findOthers(ctx, site, shown);
  return {
    answers: [
      ...shown.flatMap((id) => {
        const question = questions.get(id);
        const answer = answers.find(({ questionId }) => questionId === id);
        const other = others.get(id);
        if (other) return [other];
        return question && answer
          ? [
              {
                question: id,
                title: question.title,
                body: answer.body,
                official: answer.official,
                isTeamOnly: false,
                isCanned: false,
                path: questionPath(site.key, id, question.slug),
              },
            ]
          : [];
      }),
      ...teamOnly,
    ],
  };
};
