import { and, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import type { Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { contactStages, contactValues } from '../tables.ts';
import { deleteRows } from '../writes.ts';

type Reads = Pick<Context, 'database'>;

/** Changes of the stage that are shown. */
const maxStages = 50;

/** Values of a person's attributes, the newest first: of two for one attribute, the first stands. */
export const listValues = (ctx: Reads, { siteId, visitors }: Pick<Person, 'siteId' | 'visitors'>) =>
  ctx.database.read
    .select()
    .from(contactValues)
    .where(and(eq(contactValues.siteId, siteId), isOneOf(contactValues.visitorId, visitors)))
    .orderBy(desc(contactValues.at));

/** Changes of a person's stage, the newest first. */
export const listStages = (ctx: Reads, { siteId, visitors }: Pick<Person, 'siteId' | 'visitors'>) =>
  ctx.database.read
    .select()
    .from(contactStages)
    .where(and(eq(contactStages.siteId, siteId), isOneOf(contactStages.visitorId, visitors)))
    .orderBy(desc(contactStages.at), desc(contactStages.id))
    .limit(maxStages);

/** The stage that each of some visitors was given last, the newest first. */
export const listLatestStages = (ctx: Reads, siteId: string, ids: readonly string[]) =>
  ctx.database.read
    .select()
    .from(contactStages)
    .where(
      and(
        eq(contactStages.siteId, siteId),
        isOneOf(contactStages.visitorId, ids),
        sql`not exists (select 1 from contact_stages later where later.site_id = ${contactStages.siteId} and later.visitor_id = ${contactStages.visitorId} and (later.at > ${contactStages.at} or (later.at = ${contactStages.at} and later.id > ${contactStages.id})))`,
      ),
    )
    .orderBy(desc(contactStages.at), desc(contactStages.id));

const valueTable = {
  kind: 'profile',
  table: contactValues,
  key: sql<string>`${contactValues.visitorId} || ' ' || ${contactValues.attributeId}`,
  of: ({ visitors }: Person) => isOneOf(contactValues.visitorId, visitors),
  without: ['staffId', 'via'],
} as const;

const stageTable = {
  kind: 'profile',
  table: contactStages,
  key: contactStages.id,
  of: ({ visitors }: Person) => isOneOf(contactStages.visitorId, visitors),
  without: ['staffId', 'via'],
} as const;

/** Attributes and stages of a contact: kept by the team, beside what they said themselves. */
export const personalContact: PersonalData = {
  kind: 'profile',
  count: async (ctx, person) =>
    (await personalTable(valueTable).count(ctx, person)) +
    (await personalTable(stageTable).count(ctx, person)),
  async *export(ctx, person) {
    yield* personalTable(valueTable).export(ctx, person);
    yield* personalTable(stageTable).export(ctx, person);
  },
  async erase(ctx, person) {
    const found =
      (await pageOfRows(ctx, valueTable, person, '', 1)).length +
      (await pageOfRows(ctx, stageTable, person, '', 1)).length;
    if (found === 0) return null;
    return { write: (tx) => deleteRows(tx, person.siteId, person.visitors) };
  },
};
