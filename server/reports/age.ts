import type { SiteReport } from '../../shared/reports/schema.ts';
import { backlogAges } from '../../shared/reports/limits.ts';
import type { Context } from '../context.ts';
import { countOpenByAge, listOldestOpen } from './queries.ts';

/** The oldest conversations that a report leads to. */
const maxOldest = 5;
const dayLength = 24 * 3_600_000;

/** Ages of what was open at an instant, and the oldest of it that is still stored. */
export const ageOf = async (
  ctx: Pick<Context, 'database'>,
  siteId: string,
  at: number,
): Promise<SiteReport['age']> => {
  const [counts, oldest] = await Promise.all([
    countOpenByAge(
      ctx,
      siteId,
      at,
      backlogAges.map((days) => days * dayLength),
    ),
    listOldestOpen(ctx, siteId, at, maxOldest),
  ]);
  return {
    at,
    counts,
    oldest: oldest.map(({ id, since, subject, status }) => ({
      id,
      subject,
      since,
      isOpen: status !== 'closed',
    })),
  };
};
