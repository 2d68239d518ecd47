import { and, asc, eq } from 'drizzle-orm';
import type { SegmentRule } from '../../../../shared/contacts/segments/schema.ts';
import type { Context } from '../../../context.ts';
import { isOneOf } from '../../../core/people/privacy/queries/rows.ts';
import { contactValues } from '../../tables.ts';
import { contactTraits } from '../tables.ts';
import { conditionOf } from './members.ts';

type Reads = Pick<Context, 'database' | 'clock'>;

/** The contact that each of some visitors stands for. */
export const listContactsOf = (ctx: Reads, siteId: string, visitors: readonly string[]) =>
  ctx.database.read
    .select({ visitorId: contactTraits.visitorId, contactId: contactTraits.contactId })
    .from(contactTraits)
    .where(and(eq(contactTraits.siteId, siteId), isOneOf(contactTraits.visitorId, visitors)));

/** Those of some contacts whom a rule fits. */
export const listMembersAmong = async (
  ctx: Reads,
  siteId: string,
  rule: SegmentRule,
  contacts: readonly string[],
): Promise<string[]> => {
  const rows = await ctx.database.read
    .select({ id: contactTraits.visitorId })
    .from(contactTraits)
    .where(and(conditionOf(siteId, rule, ctx.clock.now()), isOneOf(contactTraits.visitorId, contacts)));
  return rows.map(({ id }) => id);
};

/** Values of some attributes of some contacts, whichever of their visitors they were given to, the newest last. */
export const listValuesOf = (
  ctx: Reads,
  siteId: string,
  contacts: readonly string[],
  attributes: readonly string[],
) =>
  ctx.database.read
    .select({
      contactId: contactTraits.contactId,
      attributeId: contactValues.attributeId,
      value: contactValues.value,
    })
    .from(contactValues)
    .innerJoin(
      contactTraits,
      and(
        eq(contactTraits.siteId, contactValues.siteId),
        eq(contactTraits.visitorId, contactValues.visitorId),
      ),
    )
    .where(
      and(
        eq(contactValues.siteId, siteId),
        isOneOf(contactTraits.contactId, contacts),
        isOneOf(contactValues.attributeId, attributes),
      ),
    )
    .orderBy(asc(contactValues.at));
