import { and, asc, count, desc, eq, gt, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ResponseFilter } from '../../shared/nps/schema.ts';
import type { Context } from '../context.ts';
import { decisive, type Decisive, type Queries, type Statement } from '../core/db/database.ts';
import type { AccountMerger } from '../core/people/visitors/accountMerger.ts';
import { visitors } from '../core/people/visitors/tables.ts';
import type { Person } from './personKey.ts';
import { npsResponses, surveys } from './tables.ts';
import { likeLiteral } from '../core/db/like.ts';

type Reads = Pick<Context, 'database'>;
export type SurveyRow = typeof surveys.$inferSelect;
export type ResponseRow = typeof npsResponses.$inferSelect;

const survey = (siteId: string, id: string) => and(eq(surveys.siteId, siteId), eq(surveys.id, id));
const response = (siteId: string, id: string) =>
  and(eq(npsResponses.siteId, siteId), eq(npsResponses.id, id));

/** All of a site, the oldest first. */
export const findSurveys = (ctx: Reads, siteId: string): Promise<SurveyRow[]> =>
  ctx.database.read
    .select()
    .from(surveys)
    .where(eq(surveys.siteId, siteId))
    .orderBy(asc(surveys.createdAt), asc(surveys.id));

export const findSurvey = async (ctx: Reads, siteId: string, id: string): Promise<SurveyRow | null> => {
  const [row] = await ctx.database.read.select().from(surveys).where(survey(siteId, id)).limit(1);
  return row ?? null;
};

export const insertSurvey = (tx: Queries, row: SurveyRow): Statement => tx.insert(surveys).values(row);
/** Writes over the revision that was read, and over no other. */
export const updateSurvey = (tx: Queries, row: SurveyRow, read: number): Decisive =>
  decisive(
    tx
      .update(surveys)
      .set(row)
      .where(and(survey(row.siteId, row.id), eq(surveys.revision, read))),
  );
export const removeSurvey = (tx: Queries, siteId: string, id: string, read: number): Decisive =>
  decisive(tx.delete(surveys).where(and(survey(siteId, id), eq(surveys.revision, read))));

/** Counts each survey's answers. */
export const countAnswers = async (ctx: Reads, siteId: string): Promise<Map<string, number>> => {
  const rows = await ctx.database.read
    .select({ id: npsResponses.surveyId, answers: count().mapWith(Number) })
    .from(npsResponses)
    .where(eq(npsResponses.siteId, siteId))
    .groupBy(npsResponses.surveyId);
  return new Map(rows.map(({ id, answers }) => [id, answers]));
};

export const findResponse = async (ctx: Reads, siteId: string, id: string): Promise<ResponseRow | null> => {
  const [row] = await ctx.database.read.select().from(npsResponses).where(response(siteId, id)).limit(1);
  return row ?? null;
};

/** Finds a person's last answer to a survey, at or after an instant. */
export const findRecent = async (
  ctx: Reads,
  siteId: string,
  surveyId: string,
  { key, visitor }: Person,
  since: number,
): Promise<ResponseRow | null> => {
  const [row] = await ctx.database.read
    .select()
    .from(npsResponses)
    .where(
      and(
        eq(npsResponses.siteId, siteId),
        eq(npsResponses.surveyId, surveyId),
        visitor
          ? or(eq(npsResponses.person, key), eq(npsResponses.visitorId, visitor.id))
          : eq(npsResponses.person, key),
        gte(npsResponses.at, since),
      ),
    )
    .orderBy(desc(npsResponses.at))
    .limit(1);
  return row ?? null;
};

export const insertResponse = (tx: Queries, row: ResponseRow): Statement =>
  tx.insert(npsResponses).values(row);
export const changeResponse = (
  tx: Queries,
  { siteId, id }: Pick<ResponseRow, 'siteId' | 'id'>,
  change: Partial<ResponseRow>,
): Statement => tx.update(npsResponses).set(change).where(response(siteId, id));

/** See {@link AccountMerger}; whose the answers are follows from it. */
export const mergeResponses: AccountMerger = (tx, siteId, visitor, account) => [
  tx
    .update(npsResponses)
    .set({ visitorId: account })
    .where(and(eq(npsResponses.siteId, siteId), eq(npsResponses.visitorId, visitor))),
];

/** Answers within a time, the oldest first: what reports are counted from. */
export const findWithin = (
  ctx: Reads,
  siteId: string,
  surveyId: string | undefined,
  from: number,
  until: number,
  max: number,
) =>
  ctx.database.read
    .select({
      person: npsResponses.person,
      visitorId: npsResponses.visitorId,
      isKnown: npsResponses.isKnown,
      score: npsResponses.score,
      at: npsResponses.at,
      page: npsResponses.page,
      language: npsResponses.language,
      source: npsResponses.source,
      attributes: npsResponses.attributes,
    })
    .from(npsResponses)
    .where(
      and(
        eq(npsResponses.siteId, siteId),
        gte(npsResponses.at, from),
        lt(npsResponses.at, until),
        surveyId === undefined ? undefined : eq(npsResponses.surveyId, surveyId),
      ),
    )
    .orderBy(asc(npsResponses.at), asc(npsResponses.id))
    .limit(max);
export type Counted = Awaited<ReturnType<typeof findWithin>>[number];

const ends = { promoter: [9, 10], passive: [7, 8], detractor: [0, 6] } as const;
/** A filter of responses, its times in milliseconds. */
type Wanted = Omit<ResponseFilter, 'from' | 'until'> & { from?: number; until?: number };

const conditionsOf = (siteId: string, given: Wanted): (SQL | undefined)[] => {
  const [least, max] = given.group ? ends[given.group] : [0, 10];
  return [
    eq(npsResponses.siteId, siteId),
    given.survey === undefined ? undefined : eq(npsResponses.surveyId, given.survey),
    given.from === undefined ? undefined : gte(npsResponses.at, given.from),
    given.until === undefined ? undefined : lt(npsResponses.at, given.until),
    given.group === undefined
      ? undefined
      : and(gte(npsResponses.score, least), lt(npsResponses.score, max + 1)),
    given.language === undefined ? undefined : eq(npsResponses.language, given.language),
    given.words === '1' ? gt(npsResponses.text, '') : undefined,
    given.label === undefined
      ? undefined
      : sql`${npsResponses.labels} like ${`%${likeLiteral(JSON.stringify(given.label))}%`} escape '\\'`,
    given.search === undefined
      ? undefined
      : sql`lower(${npsResponses.text}) like ${`%${likeLiteral(given.search.toLowerCase())}%`} escape '\\'`,
  ];
};

/** Answers that fit, the newest first, with who gave them. */
export const findFitting = async (
  ctx: Reads,
  siteId: string,
  given: Wanted,
  max: number,
): Promise<(ResponseRow & { name: string })[]> => {
  const last = given.before ? await findResponse(ctx, siteId, given.before) : null;
  const rows = await ctx.database.read
    .select({ row: npsResponses, name: visitors.name, email: visitors.email })
    .from(npsResponses)
    .leftJoin(
      visitors,
      and(eq(visitors.siteId, npsResponses.siteId), eq(visitors.id, npsResponses.visitorId)),
    )
    .where(
      and(
        ...conditionsOf(siteId, given),
        last
          ? or(lt(npsResponses.at, last.at), and(eq(npsResponses.at, last.at), lt(npsResponses.id, last.id)))
          : undefined,
      ),
    )
    .orderBy(desc(npsResponses.at), desc(npsResponses.id))
    .limit(max);
  return rows.map(({ row, name, email }) => ({ ...row, name: name ?? email ?? '' }));
};

/** The languages of a site's answers. */
export const findLanguages = async (ctx: Reads, siteId: string): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ language: npsResponses.language })
    .from(npsResponses)
    .where(eq(npsResponses.siteId, siteId))
    .groupBy(npsResponses.language);
  return rows.map(({ language }) => language).sort();
};

/** Finds a visitor's answers, the newest first. */
export const findOfVisitor = (ctx: Reads, siteId: string, visitorId: string): Promise<ResponseRow[]> =>
  ctx.database.read
    .select()
    .from(npsResponses)
    .where(and(eq(npsResponses.siteId, siteId), eq(npsResponses.visitorId, visitorId)))
    .orderBy(desc(npsResponses.at))
    .limit(20);
