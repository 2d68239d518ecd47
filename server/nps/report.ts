import { ownValue } from '../../shared/core/own.ts';
import { DateTime } from 'luxon';
import type { Moment, NpsFigure, NpsReport, ReportQuery } from '../../shared/nps/schema.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { Failure } from '../core/http/failure.ts';
import { countExposures, noExposures } from '../core/prompts/queries.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { changeBetween } from '../core/statistics/netScore.ts';
import { figureOfScores } from './numbers.ts';
import { latestOf } from './person.ts';
import { type Counted, findWithin } from './queries.ts';

/** Rows of a comparison: what is less frequent is left to the table of words. */
const maxGroups = 12;

const figure = (answers: readonly Counted[]): NpsFigure =>
  figureOfScores(latestOf(answers).map(({ score }) => score));

/** Groups by a name, those with the most answers first; within each one answer a person counts. */
const grouped = (answers: readonly Counted[], nameOf: (answer: Counted) => string | undefined) => {
  const groups = new Map<string, Counted[]>();
  for (const answer of answers) {
    const name = nameOf(answer);
    if (name === undefined) continue;
    const members = groups.get(name);
    if (members) members.push(answer);
    else groups.set(name, [answer]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, ...figure(members) }))
    .sort((one, other) => other.n - one.n || (one.name < other.name ? -1 : 1))
    .slice(0, maxGroups);
};

/** Weeks or months of the site's zone, each with who answered last in it; none is left out, empty ones included. */
const trend = (
  answers: readonly Counted[],
  unit: 'week' | 'month',
  zone: string,
  from: number,
  until: number,
) => {
  const steps: (NpsFigure & { at: number })[] = [];
  let at = DateTime.fromMillis(from, { zone }).startOf(unit);
  let index = 0;
  while (at.toMillis() < until && steps.length < 120) {
    const end = at.plus({ [unit]: 1 });
    const first = index;
    const endsAt = end.toMillis();
    while ((answers[index]?.at ?? endsAt) < endsAt) index++;
    steps.push({ at: at.toMillis(), ...figure(answers.slice(first, index)) });
    at = end;
  }
  return steps;
};

/** Maximum of answers in one report: all of them are in memory at once. */
const maxCounted = 200_000;

/** The instants of a time, in milliseconds: it begins with `from` and ends before `until`. Days are the site's own. */
export const timeOf = <Given extends { from?: Moment | undefined; until?: Moment | undefined }>(
  site: Site,
  given: Given,
): Given & { from?: number; until?: number } => {
  const { zone } = site.settings.hours;
  const instantOf = (moment: Moment, isEnd: boolean): number =>
    typeof moment === 'number'
      ? moment
      : DateTime.fromISO(moment, { zone })
          .plus({ days: isEnd ? 1 : 0 })
          .toMillis();
  return {
    ...given,
    ...(given.from !== undefined && { from: instantOf(given.from, false) }),
    ...(given.until !== undefined && { until: instantOf(given.until, true) }),
  } as Given & { from?: number; until?: number };
};

/**
 * Everything that the report shows of a time, and how it differs from another: as long a time before it, unless one
 * is given. Times may overlap: a year is compared with the one before, or with its own last month.
 * @throws Failure `invalid` for a time that ends before it begins, or with more answers than are counted at once
 */
export const makeReport = async (ctx: Context, site: Site, given: ReportQuery): Promise<NpsReport> => {
  const { survey, by } = given;
  const find = async (time: { from?: number; until?: number }, ends: string) => {
    const from = assertPresent(time.from, 'a report has a beginning');
    const until = assertPresent(time.until, 'a report has an end');
    if (until <= from)
      throw new Failure('invalid', 'The end is before the start.', { fields: { [ends]: 'invalid' } });
    const answers = await findWithin(ctx, site.id, survey, from, until, maxCounted + 1);
    if (answers.length > maxCounted)
      throw new Failure(
        'invalid',
        `There are more than ${maxCounted} answers in this period. Choose a shorter one.`,
        {
          fields: { [ends]: 'too_many' },
        },
      );
    return { from, until, answers };
  };
  const { from, until, answers } = await find(timeOf(site, given), 'until');
  const {
    from: beforeFrom,
    until: beforeUntil,
    answers: earlier,
  } = await find(
    timeOf(site, {
      from: given.beforeFrom ?? from - (until - from),
      until: given.beforeUntil ?? from,
    }),
    'beforeUntil',
  );
  const latest = latestOf(answers);
  const exposures = [
    ...(
      await countExposures(ctx, site.id, { kind: 'survey', from, until, ...(survey && { prompt: survey }) })
    ).values(),
  ];
  const sum = (key: 'shown' | 'dismissed') =>
    exposures.reduce((total, one) => total + one[key], noExposures()[key]);
  const distribution = Array.from(
    { length: 11 },
    (_, score) => latest.filter((one) => one.score === score).length,
  );
  const all = figure(answers);
  const before = figure(earlier);
  const { zone } = site.settings.hours;
  return {
    from,
    until,
    beforeFrom,
    beforeUntil,
    all,
    before,
    change: changeBetween(before, all),
    anonymous: latest.filter(({ isKnown }) => !isKnown).length,
    replaced: answers.length - latest.length,
    distribution,
    shown: sum('shown'),
    dismissed: sum('dismissed'),
    prompted: answers.filter(({ source }) => source === 'prompt').length,
    zone,
    weeks: trend(answers, 'week', zone, from, until),
    months: trend(answers, 'month', zone, from, until),
    pages: grouped(answers, ({ page }) => page || undefined),
    languages: grouped(answers, ({ language }) => language),
    values: by === undefined ? [] : grouped(answers, ({ attributes }) => ownValue(attributes, by)),
    attributes: [...new Set(answers.flatMap(({ attributes }) => Object.keys(attributes)))].sort(),
  };
};
