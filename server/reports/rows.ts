import type { ReportRows, RowsQuery } from '../../shared/reports/schema.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { daysOf, instantsOf } from './days.ts';
import { findNames, listRows } from './queries.ts';
import type { Asker } from './report.ts';

/** Rows of one page. */
const pageLength = 50;

/**
 * Lists the facts a number counts, the newest first.
 * @throws Failure `invalid`; `forbidden` for somebody else's figures, where those aren't shown
 */
export const listReportFacts = async (
  ctx: Context,
  site: Site,
  query: RowsQuery,
  asker: Asker,
): Promise<ReportRows> => {
  if (daysOf(query.from, query.until) < 1)
    throw new Failure('invalid', 'The end is before the start.', { fields: { until: 'invalid' } });
  if (query.staff !== undefined && !asker.seesPeople && query.staff !== asker.staffId)
    throw new Failure('forbidden', 'You can see your own numbers, not those of other people.');
  const time = instantsOf(query.from, query.until, site.settings.hours.zone);
  const [at, place] = query.before?.split('-').map(Number) ?? [];
  const before = at === undefined || place === undefined ? null : { at, place };
  const found = await listRows(ctx, site.id, query, time, before, pageLength + 1);
  const shown = found.slice(0, pageLength);
  const last = shown.at(-1)?.fact;
  const isShown = (id: string): boolean => asker.seesPeople || id === asker.staffId;
  const { teams, name } = await findNames(ctx, site.id);
  const people = await name([...new Set(shown.flatMap(({ fact }) => fact.staffId ?? []))].filter(isShown));
  return {
    rows: shown.map(({ fact, subject }) => ({
      kind: fact.kind,
      at: fact.at,
      channel: fact.channel,
      conversation: fact.subjectId !== null && subject !== null ? { id: fact.subjectId, subject } : null,
      staff:
        fact.staffId !== null && isShown(fact.staffId)
          ? { id: fact.staffId, name: people.get(fact.staffId) ?? '' }
          : null,
      team: fact.teamId === null ? null : { id: fact.teamId, name: teams.get(fact.teamId) ?? '' },
      language: fact.language,
      value: fact.value,
      clock: fact.clock,
    })),
    next: found.length > pageLength && last ? `${last.at}-${last.place}` : null,
  };
};
