import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { groupOf } from '../../shared/nps/groups.ts';
import { changeBetween, figureOf } from '../../server/core/statistics/netScore.ts';
import { figureOfScores } from '../../server/nps/numbers.ts';
import { tableOf } from '../../server/nps/table.ts';
import type { ResponseRow } from '../../server/nps/queries.ts';
import { npsLocales } from '../../server/nps/texts.ts';
import { hostile } from '../helpers/data.ts';

const rounded = (value: number | null, digits = 1) => (value === null ? null : Number(value.toFixed(digits)));

test('9 and 10 promote, 7 and 8 are passive, 0 to 6 detract', () => {
  expect(Array.from({ length: 11 }, (_, score) => groupOf(score))).toEqual([
    ...Array.from({ length: 7 }, () => 'detractor'),
    'passive',
    'passive',
    'promoter',
    'promoter',
  ]);
});

test('the score is promoters less detractors in percent of those who answered, and of nobody else', () => {
  // One promoter, whatever two others closed: 100 of one answer, not 33.
  expect(figureOfScores([10])).toMatchObject({ n: 1, score: 100 });
  expect(figureOfScores([])).toMatchObject({ n: 0, score: null, from: null, to: null });
  expect(figureOfScores([9, 10, 7, 8, 0, 6])).toMatchObject({ n: 6, score: 0 });
});

test('the interval is the one of a difference of matched shares, after a worked example', () => {
  // Agresti, Categorical Data Analysis, 2nd edition (2002), 10.1.1: 86 and 150 of 1,600 changed their mind; the
  // difference is -0.04 with 95 % between -0.059 and -0.021.
  const { score, from, to } = figureOf(86, 1_364, 150);
  expect([rounded(score), rounded(from), rounded(to)]).toEqual([-4, -5.9, -2.1]);
});

test('it is a real interval where everybody agrees, and holds the score that was measured', () => {
  const { from, to } = figureOf(4, 0, 0);
  expect(to).toBe(100);
  expect(from).toBeLessThan(70);
  fc.assert(
    fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (promoters, passives, detractors) => {
      fc.pre(promoters + passives + detractors > 0);
      const figure = figureOf(promoters, passives, detractors);
      expect(figure.from!).toBeLessThanOrEqual(figure.score!);
      expect(figure.to!).toBeGreaterThanOrEqual(figure.score!);
      expect(figure.from!).toBeGreaterThanOrEqual(-100);
      expect(figure.to!).toBeLessThanOrEqual(100);
      // Nobody who turns the scale around is told something else.
      const turned = figureOf(detractors, passives, promoters);
      expect(turned.from!).toBeCloseTo(-figure.to!, 9);
    }),
  );
});

/** The share of samples whose interval holds the true score, counted over every possible sample of n people. */
const coverage = (n: number, promoter: number, detractor: number, interval: typeof figureOf): number => {
  const logs = [0];
  for (let value = 1; value <= n; value++) logs.push(logs.at(-1)! + Math.log(value));
  const truth = (promoter - detractor) * 100;
  let covered = 0;
  for (let p = 0; p <= n; p++)
    for (let d = 0; d + p <= n; d++) {
      const rest = n - p - d;
      const chance = Math.exp(
        logs[n]! -
          logs[p]! -
          logs[d]! -
          logs[rest]! +
          p * Math.log(promoter) +
          d * Math.log(detractor) +
          rest * Math.log(1 - promoter - detractor),
      );
      const { from, to } = interval(p, rest, d);
      if (from! <= truth && truth <= to!) covered += chance;
    }
  return covered;
};
/** Wald's interval, as most calculators have it. */
const wald = ((p: number, rest: number, d: number) => {
  const n = p + rest + d;
  const score = (p - d) / n;
  const half = 1.96 * Math.sqrt(((p + d) / n - score ** 2) / n);
  return { from: (score - half) * 100, to: (score + half) * 100 };
}) as unknown as typeof figureOf;

test('with ten answers it covers what it promises, where the usual interval does not', () => {
  const truths = [
    [0.5, 0.2],
    [0.7, 0.1],
    [0.3, 0.3],
    [0.8, 0.05],
    [0.2, 0.5],
  ] as const;
  const ours: number[] = [];
  const usual: number[] = [];
  for (const n of [10, 20, 30])
    for (const [promoter, detractor] of truths) {
      ours.push(coverage(n, promoter, detractor, figureOf));
      usual.push(coverage(n, promoter, detractor, wald));
    }
  expect(Math.min(...ours)).toBeGreaterThan(0.92);
  expect(ours.reduce((sum, one) => sum + one) / ours.length).toBeGreaterThan(0.945);
  expect(Math.min(...usual)).toBeLessThan(0.9);
});

test('a change between two times has an interval, and is told from chance', () => {
  const few = changeBetween(figureOf(5, 3, 2), figureOf(6, 3, 1))!;
  expect(few.value).toBeCloseTo(20, 9);
  expect(few.p).toBeGreaterThan(0.4);
  expect(few.from).toBeLessThan(0);
  const many = changeBetween(figureOf(500, 300, 200), figureOf(600, 300, 100))!;
  expect(many.p).toBeLessThan(0.0001);
  expect(many.from).toBeGreaterThan(10);
  expect(changeBetween(figureOf(0, 0, 0), figureOf(1, 0, 0))).toBeNull();
  expect(changeBetween(figureOf(9, 3, 4), figureOf(9, 3, 4))!.p).toBeCloseTo(1, 6);
});

const row = (text: string): ResponseRow & { name: string } => ({
  siteId: 's',
  id: 'r',
  surveyId: 'v',
  person: 'p',
  visitorId: null,
  isKnown: false,
  score: 3,
  text,
  language: 'en',
  page: '/',
  source: 'prompt',
  attributes: { plan: text },
  labels: [text],
  conversationId: null,
  at: 0,
  hour: 0,
  changedAt: 0,
  name: text,
});

test('no cell of the table is a formula, and every word comes back', () => {
  const strings = hostile('csv-formula');
  const cells = parse(tableOf(strings.map(row)), {
    bom: true,
    relax_quotes: false,
    relax_column_count: false,
  }) as string[][];
  expect(cells).toHaveLength(strings.length + 1);
  for (const [index, text] of strings.entries()) {
    const line = cells[index + 1]!;
    for (const cell of line) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    expect([text, `'${text}`]).toContain(line[3]);
  }
});

test('every language says everything', () => {
  const keys = Object.keys(npsLocales.en);
  for (const [tag, texts] of Object.entries(npsLocales)) {
    expect(Object.keys(texts), tag).toEqual(keys);
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), `${tag} ${key}`).not.toBe('');
      expect([...text.matchAll(/\{\w+\}/g)].map(String).sort(), `${tag} ${key}`).toEqual(
        [...npsLocales.en[key as keyof typeof texts].matchAll(/\{\w+\}/g)].map(String).sort(),
      );
    }
  }
});
