import type { Person } from './personKey.ts';
import { cut } from '../core/content/cut.ts';
import { insertVisitor } from '../core/people/visitors/writes.ts';
import { editableFor, groupOf } from '../../shared/nps/groups.ts';
import type { Answer, MakeRight } from '../../shared/nps/schema.ts';
import type { Context } from '../context.ts';
import { isFlooded } from '../core/conversations/flood.ts';
import type { Place } from '../core/conversations/hostContext.ts';
import { openConversation } from '../core/conversations/writes/opening.ts';
import type { ConversationRow } from '../core/conversations/queries/conversations.ts';
import { takeSolution } from '../core/http/challenge.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { refuseBlocked, type Visitor } from '../core/people/visitors/visitor.ts';
import { isOf } from './person.ts';
import {
  changeResponse,
  findRecent,
  findResponse,
  findSurvey,
  insertResponse,
  type ResponseRow,
} from './queries.ts';

/** Code units of a conversation's subject. */
const subjectLength = 120;

/** First answers of people whom the site has not met, from one address, before work is asked for. */
const unasked = { perMinute: 3, burst: 12 };

interface Guard {
  address: string;
  /** Of a proof of work. */
  solution?: string | undefined;
  /** True for a form without scripts, which can solve nothing. */
  isPlain?: boolean;
}

const refuseFlood = async (ctx: Context, site: Site, guard: Guard): Promise<void> => {
  try {
    ctx.limiter.take('nps unasked', `${site.id} ${guard.address}`, unasked);
  } catch (error) {
    if (guard.isPlain) throw error;
    await takeSolution(ctx, site.id, guard.solution);
  }
};

const isSame = (row: ResponseRow, { score, text }: Answer): boolean =>
  row.score === score && row.text === text;

/**
 * Takes an answer. Within the hour one person has one answer to a survey, whatever id they send: it is changed, never
 * added to.
 * @throws Failure `not_found` where the survey is not on or the id is another's; `conflict` for a change that comes too late; `challenge`
 */
export const takeAnswer = async (
  ctx: Context,
  site: Site,
  person: Person,
  id: string,
  body: Answer,
  guard: Guard,
): Promise<ResponseRow> => {
  const { visitor } = person;
  if (visitor) refuseBlocked(visitor);
  const survey = await findSurvey(ctx, site.id, body.survey);
  if (!survey?.rule.on) throw notFound();
  const now = ctx.clock.now();
  const same = await findResponse(ctx, site.id, id);
  if (same && (!isOf(same, person) || same.surveyId !== survey.id)) throw notFound();
  const before = same ?? (await findRecent(ctx, site.id, survey.id, person, now - editableFor + 1));
  if (before && isSame(before, body)) return before;
  if (before && now - before.at >= editableFor)
    throw new Failure('conflict', 'This answer can no longer be changed.', {
      fields: { score: 'not_allowed' },
    });
  if (!before && visitor?.isNew) await refuseFlood(ctx, site, guard);
  const row: ResponseRow = before
    ? { ...before, score: body.score, text: body.text, changedAt: now }
    : {
        siteId: site.id,
        id,
        surveyId: survey.id,
        person: person.key,
        visitorId: visitor?.id ?? null,
        isKnown: person.isKnown,
        score: body.score,
        text: body.text,
        language: body.language,
        page: body.page,
        source: body.source,
        attributes: body.attributes ?? {},
        labels: [],
        conversationId: null,
        at: now,
        hour: Math.floor(now / editableFor),
        changedAt: now,
      };
  await ctx.database.commit({
    site: site.id,
    events: [
      { kind: 'nps.answered', subject: row.id, audience: 'staff', amount: row.score },
      // For reports: what this one replaces.
      ...(before
        ? [
            {
              kind: 'nps.replaced',
              subject: row.id,
              audience: 'staff' as const,
              amount: before.score,
            },
          ]
        : []),
    ],
    write: (tx) => [
      ...(visitor ? insertVisitor(tx, visitor, { language: body.language }, now) : []),
      before
        ? changeResponse(tx, row, { score: row.score, text: row.text, changedAt: now })
        : insertResponse(tx, row),
    ],
  });
  return row;
};

/**
 * Opens the conversation in which it is made right: the survey's owner has it, and it is promised like any other.
 * The same answer has one.
 * @throws Failure `not_found` where it is another's answer or is not offered; `conflict`
 */
export const openMakeRight = async (
  ctx: Context,
  site: Site,
  visitor: Visitor,
  response: ResponseRow,
  body: MakeRight,
  place: Place,
): Promise<ConversationRow> => {
  const survey = await findSurvey(ctx, site.id, response.surveyId);
  // It is for who is unhappy; an answer that was changed to a better one meanwhile needs none.
  if (!survey?.makeRight || groupOf(response.score) !== 'detractor') throw notFound();
  if (response.conversationId !== null && response.conversationId !== body.id)
    throw new Failure('conflict', 'There’s already a conversation about this answer.');
  return openConversation(
    ctx,
    site,
    visitor,
    {
      id: body.id,
      kind: 'nps',
      subject: `${response.score}/10 · ${cut(body.body.trim().split('\n', 1).join(''), subjectLength)}`,
      body: body.body,
      language: body.language,
      category: null,
      visibility: 'private',
      place,
      held: isFlooded(ctx, site),
      fingerprint: fingerprint(body.body, body.email),
      name: null,
      email: body.email ?? null,
      assigneeId: survey.ownerId,
    },
    (tx) => [changeResponse(tx, response, { conversationId: body.id, visitorId: visitor.id })],
  );
};
