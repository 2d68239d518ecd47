/*
 * `npm run bench:page`: what the script tag costs the page that it is on, and what opening the panel costs. The demo's
 * start page without the tag, with ours, and with a bare panel (Preact, signals, one field, loaded on the click), in
 * Chromium with the processor slowed down four times, each visit in a browser context of its own; medians.
 */
import { launchBrowser } from '../helpers/browser.ts';
import { openStage } from '../helpers/stage.ts';
import { openBarePanel } from './barePanel.ts';
import { closeGoals, judge } from './goals.ts';
import { median } from './load.ts';
import { slowdown, type Visit, visitPage } from './visit.ts';

const rounds = Number(process.env['ROUNDS'] ?? 5);

const browser = await launchBrowser();
const stage = await openStage();
const ceiling = await openBarePanel(stage.url);
const url = `${stage.url}/demo/`;
const kinds = {
  page: () => visitPage(browser, { url, hasWidget: false, isWarned: false }),
  cold: () => visitPage(browser, { url, hasWidget: true, isWarned: false }),
  warm: () => visitPage(browser, { url, hasWidget: true, isWarned: true }),
  bare: () =>
    visitPage(browser, { url: ceiling.url, hasWidget: true, isWarned: false, script: 'bare/loader.js' }),
};
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];
// Once each unmeasured: the server and the browser warm up.
for (const name of names) await kinds[name]();
const visits: Record<Kind, Visit[]> = { page: [], cold: [], warm: [], bare: [] };
for (let round = 0; round < rounds; round++) for (const name of names) visits[name].push(await kinds[name]());
ceiling.close();
await stage.close();
await browser.close();

const of = (kind: Kind | 'with', what: keyof Visit): number =>
  median((kind === 'with' ? [...visits.cold, ...visits.warm] : visits[kind]).map((visit) => visit[what]));
const added = (what: keyof Visit): number => of('with', what) - of('page', what);

console.log(
  `Chromium, processor slowed ${slowdown} times, median of ${rounds} (with Foyer: of ${rounds * 2})\n`,
);
const print = (widths: number[], cells: string[]): void =>
  console.log(
    cells.map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[0]!))).join(''),
  );

const cost = [30, 12, 12, 12];
print(cost, ['the page', 'without', 'with', 'added']);
const row = (label: string, what: keyof Visit, unit: string, verdict = '', digits = 0, scale = 1): void => {
  const fix = (value: number) => `${(value / scale).toFixed(digits)}${unit}`;
  print(cost, [label, fix(of('page', what)), fix(of('with', what)), fix(added(what)), `   ${verdict}`]);
};
row('requests', 'requests', '', judge('requests', added('requests'), { atMost: 2, noise: 0 }));
row('bytes on the wire', 'bytes', ' B');
row('script time', 'script', ' ms', '', 1);
row('main thread, all tasks', 'tasks', ' ms', '', 1);
// What the page alone varies by from visit to visit is nobody's.
const ownBlocking = Math.max(...visits.page.map((visit) => visit.blocking)) - of('page', 'blocking');
row(
  'total blocking time',
  'blocking',
  ' ms',
  judge('total blocking time', Math.max(0, added('blocking') - ownBlocking), {
    atMost: 0,
    noise: 0,
    unit: ' ms beyond what the page alone varies by',
  }),
  1,
);
row('layout shift', 'shift', '', judge('layout shift', added('shift'), { atMost: 0, noise: 0 }), 4);
row(
  'heap',
  'heap',
  ' kB',
  judge('heap', added('heap') / 1_000, { atMost: 150, noise: 0.02, unit: ' kB' }),
  1,
  1_000,
);
print(cost, ['script to launcher', '–', `${of('with', 'toLauncher').toFixed(0)} ms`]);

const opening = [30, 12, 12, 12];
console.log('');
print(opening, ['opening the panel', 'bare', 'Foyer', 'ratio']);
const open = (label: string, kind: 'cold' | 'warm', what: keyof Visit, verdict = ''): void => {
  const [bare, own] = [of('bare', what), of(kind, what)];
  const ratio = bare > 0 ? (own / bare).toFixed(2) : '–';
  print(opening, [label, `${bare.toFixed(0)} ms`, `${own.toFixed(0)} ms`, ratio, `   ${verdict}`]);
};
open(
  'click to field, no warning',
  'cold',
  'toField',
  judge('click to field, times bare', of('cold', 'toField') / of('bare', 'toField'), {
    atMost: 2,
    noise: 0.1,
    unit: ' ×',
  }),
);
open('click to field, pointer came', 'warm', 'toField');
open(
  'processor time of opening',
  'cold',
  'opening',
  judge('processor time of opening', of('cold', 'opening'), { atMost: 120, noise: 0.1, unit: ' ms' }),
);
open(
  'longest task',
  'cold',
  'openingLongest',
  judge('longest task of opening', of('cold', 'openingLongest'), { atMost: 50, noise: 0.1, unit: ' ms' }),
);
open('blocking', 'cold', 'openingBlocking');
closeGoals();
