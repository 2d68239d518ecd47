import { and, eq } from 'drizzle-orm';
import { DateTime } from 'luxon';
import { type AlertChoices, usualChoices } from '../../../../shared/core/people/alertChoices.ts';
import { isQuiet } from '../../../../shared/core/people/alertRules.ts';
import type { Context } from '../../../context.ts';
import type { Queries, Statement } from '../../db/database.ts';
import { alertChoices } from './tables.ts';

/** What each person of a site wants to be told of, who chose; the others get what is usual. */
export const listChoices = async (ctx: Context, siteId: string): Promise<Map<string, AlertChoices>> => {
  const rows = await ctx.database.read
    .select({ staffId: alertChoices.staffId, choices: alertChoices.choices })
    .from(alertChoices)
    .where(eq(alertChoices.siteId, siteId));
  return new Map(rows.map(({ staffId, choices }) => [staffId, { ...usualChoices, ...choices }]));
};

/** What one person wants. @param zone for those who have not chosen: whose clock quiet hours would go by */
export const findChoices = async (
  ctx: Context,
  siteId: string,
  staffId: string,
  zone: string,
): Promise<AlertChoices> => {
  const [row] = await ctx.database.read
    .select({ choices: alertChoices.choices })
    .from(alertChoices)
    .where(and(eq(alertChoices.siteId, siteId), eq(alertChoices.staffId, staffId)));
  return { ...usualChoices, ...(row?.choices ?? { zone }) };
};

export const saveChoices = (
  tx: Queries,
  row: { siteId: string; staffId: string; choices: AlertChoices; updatedAt: number },
): Statement =>
  tx
    .insert(alertChoices)
    .values(row)
    .onConflictDoUpdate({
      target: [alertChoices.siteId, alertChoices.staffId],
      set: { choices: row.choices, updatedAt: row.updatedAt },
    });

/** Whether a person has their quiet hours. @param now milliseconds */
export const isQuietAt = (choices: AlertChoices, now: number): boolean =>
  isQuiet(choices, DateTime.fromMillis(now, { zone: choices.zone }).toFormat('HH:mm'));
