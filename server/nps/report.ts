import { DateTime } from 'luxon';
import type { NpsFigure, NpsReport } from '../../shared/nps/schema.ts';
import type { Context } from '../context.ts';
import { countExposures, noExposures } from '../core/prompts/queries.ts';
import type { Site } from '../core/people/sites.ts';
import { changeBetween, figureOfScores } from './numbers.ts';
import { type Counted, findWithin } from './queries.ts';

/** Rows of a comparison: what is less frequent is left to the table of words. */
const mostGroups = 12;

/** The latest answer of each person: what counts in a period. */
const latestOf = (answers: readonly Counted[]): Counted[] => [
  ...new Map(answers.map((answer) => [answer.person, answer])).values(),
];

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
    .slice(0, mostGroups);
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
    while (index < answers.length && answers[index]!.at < end.toMillis()) index++;
    steps.push({ at: at.toMillis(), ...figure(answers.slice(first, index)) });
    at = end;
  }
  return steps;
};

/**
 * Everything that the report shows of a time, and of as long a time before it.
 * @param given `from` and `until` in milliseconds, the end not included
 */
export const makeReport = async (
  ctx: Context,
  site: Site,
  given: { survey?: string | undefined; from: number; until: number; by?: string | undefined },
): Promise<NpsReport> => {
  const { survey, from, until, by } = given;
  const answers = await findWithin(ctx, site.id, survey, from, until);
  const earlier = await findWithin(ctx, site.id, survey, from - (until - from), from);
  const latest = latestOf(answers);
  const exposures = [
    ...(
      await countExposures(ctx, site.id, { kind: 'survey', from, until, ...(survey && { prompt: survey }) })
    ).values(),
  ];
  const sum = (key: 'shown' | 'dismissed') =>
    exposures.reduce((total, one) => total + one[key], noExposures()[key]);
  const distribution = Array.from({ length: 11 }, () => 0);
  for (const { score } of latest) distribution[score]!++;
  const all = figure(answers);
  const before = figure(earlier);
  const { zone } = site.settings.hours;
  return {
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
    values: by === undefined ? [] : grouped(answers, ({ attributes }) => attributes[by]),
    attributes: [...new Set(answers.flatMap(({ attributes }) => Object.keys(attributes)))].sort(),
  };
};
