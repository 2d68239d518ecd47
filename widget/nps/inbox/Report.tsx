import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { getReport } from '../../../shared/nps/routes.ts';
import type { NpsReport } from '../../../shared/nps/schema.ts';
import { useStaff, useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/staff/i18n.ts';
import { Comparison, Distribution, few, type Point, Trend } from './charts.tsx';
import { type Days, DaysFields, dayOf, isBackwards } from './Times.tsx';
import type { StaffWords } from './words.ts';

const day = 86_400_000;
const spans = [30, 90, 365] as const;
const noDays: Days = { from: '', until: '' };

/** The numbers behind a chart: for who cannot see it, and for who wants them. */
const Table = ({ points, first, words }: { points: readonly Point[]; first: string; words: StaffWords }) => {
  const { tag } = useLanguage();
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const cell = (value: number | null) => <td>{value === null ? '–' : number.format(value)}</td>;
  return (
    <details>
      <summary>{words.table}</summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {(['answer', 'promoters', 'passives', 'detractors', 'score', 'from', 'to'] as const).map(
                (key) => (
                  <th key={key} scope="col">
                    {words[key]}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.name} class={point.n < few ? 'few' : ''}>
                <th scope="row" dir="auto">
                  {point.name}
                </th>
                {cell(point.n)}
                {cell(point.promoters)}
                {cell(point.passives)}
                {cell(point.detractors)}
                {cell(point.score)}
                {cell(point.from)}
                {cell(point.to)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
};

const Box = ({ question, children }: { question: string; children: ComponentChildren }) => (
  <section class="box">
    <h3>{question}</h3>
    {children}
  </section>
);

/** The score as a page that one would print: a question above each chart, its numbers behind it. */
export const Report = ({ survey, words }: { survey: string; words: StaffWords }) => {
  const staff = useStaff();
  const { tag, texts } = useLanguage();
  const span = useSignal<(typeof spans)[number] | 'own'>(90);
  const own = useSignal<Record<'time' | 'before', Days>>({ time: noDays, before: noDays });
  const by = useSignal('');
  const [report, setReport] = useState<NpsReport | null>(null);
  useEffect(() => {
    let isStale = false;
    const until = staff.now.peek() + 60_000;
    const { time, before } = own.value;
    const isOwn = span.value === 'own';
    if (isOwn && (!time.from || !time.until || isBackwards(time) || isBackwards(before))) return;
    // One day alone of what it is compared with is no time yet.
    const compared = isOwn && before.from && before.until ? before : null;
    void staff
      .attempt(
        staff.call(getReport, {
          query: {
            ...(span.value === 'own' ? (time as Required<Days>) : { from: until - span.value * day, until }),
            ...(compared && { beforeFrom: compared.from, beforeUntil: compared.until }),
            ...(survey && { survey }),
            ...(by.value && { by: by.value }),
          },
        }),
      )
      .then((found) => !isStale && found && setReport(found));
    return () => {
      isStale = true;
    };
  }, [survey, span.value, by.value, own.value]);
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const exact = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(tag, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const named = (
    list: readonly NpsReport['weeks'][number][],
    options: Intl.DateTimeFormatOptions,
  ): Point[] => {
    // They begin in the site's zone: elsewhere the first hour of a month is still in the one before.
    const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: report?.zone });
    return list.map((one) => ({ ...one, name: format.format(one.at) }));
  };
  /** In the site's zone, whose days they are. */
  const rangeOf = (from: number, until: number): string =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: report?.zone }).formatRange(
      from,
      Math.max(from, until - 1),
    );
  const languages = new Intl.DisplayNames([tag], { type: 'language' });
  const compared = (question: string, points: readonly Point[], first: string, above?: ComponentChildren) =>
    (points.length > 0 || above) && (
      <Box question={question}>
        {above}
        {points.length > 0 && (
          <>
            <Comparison points={points} label={question} />
            <Table points={points} first={first} words={words} />
          </>
        )}
      </Box>
    );
  return (
    <>
      <div class="row-of-buttons stack filters">
        {spans.map((days) => (
          <button
            key={days}
            type="button"
            aria-pressed={span.value === days}
            onClick={() => {
              span.value = days;
            }}
          >
            {words[`time_${days}`]}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={span.value === 'own'}
          disabled={!report}
          onClick={() => {
            const { from, until, zone } = report!;
            const time = { from: dayOf(from, zone), until: dayOf(until - 1, zone) };
            if (!own.value.time.from) own.value = { ...own.value, time };
            span.value = 'own';
          }}
        >
          {words.ownTime}
        </button>
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      {span.value === 'own' && (
        <div class="filters stack">
          {(['time', 'before'] as const).map((key) => (
            <DaysFields
              key={key}
              legend={words[key === 'time' ? 'time' : 'compareWith']}
              days={own.value[key]}
              words={words}
              onDays={(days) => {
                own.value = { ...own.value, [key]: days };
              }}
            />
          ))}
        </div>
      )}
      {!report && <p class="quiet">{texts.loading}</p>}
      {report && (
        <>
          <Box question={words.scoreQ}>
            <p class="quiet">{rangeOf(report.from, report.until)}</p>
            {report.all.score === null ? (
              <p class="empty">{words.scoreNone}</p>
            ) : (
              <>
                <p class={report.all.n < few ? 'nps-score few' : 'nps-score'}>
                  <bdi dir="ltr">{signed.format(report.all.score)}</bdi>
                </p>
                <p>
                  {fill(words.scoreOf, {
                    score: signed.format(report.all.score),
                    from: number.format(report.all.from!),
                    to: number.format(report.all.to!),
                    n: number.format(report.all.n),
                  })}
                </p>
                {report.all.n < few && <p class="quiet">{words.few}</p>}
                <dl>
                  {(['promoters', 'passives', 'detractors'] as const).map((key) => (
                    <div key={key}>
                      <dt>{words[key]}</dt>
                      <dd>{number.format(report.all[key])}</dd>
                    </div>
                  ))}
                </dl>
                {report.anonymous > 0 && (
                  <p class="quiet">{fill(words.anonymous, { count: number.format(report.anonymous) })}</p>
                )}
                {report.replaced > 0 && (
                  <p class="quiet">{fill(words.replaced, { count: number.format(report.replaced) })}</p>
                )}
              </>
            )}
          </Box>
          <Box question={words.changeQ}>
            {report.change ? (
              <p>
                {fill(words.changeText, {
                  time: rangeOf(report.beforeFrom, report.beforeUntil),
                  value: signed.format(report.change.value),
                  from: number.format(report.change.from),
                  to: number.format(report.change.to),
                })}{' '}
                {fill(report.change.p < 0.05 ? words.changeReal : words.changeChance, {
                  p: new Intl.NumberFormat(tag, { maximumSignificantDigits: 2 }).format(
                    Math.max(report.change.p, 0.0001),
                  ),
                })}
              </p>
            ) : (
              <p class="quiet">
                {fill(words.changeNone, {
                  time:
                    report.all.n === 0
                      ? rangeOf(report.from, report.until)
                      : rangeOf(report.beforeFrom, report.beforeUntil),
                })}
              </p>
            )}
          </Box>
          {report.all.n > 0 && (
            <>
              <Box question={words.distributionQ}>
                <Distribution counts={report.distribution} label={words.distributionQ} />
                <details>
                  <summary>{words.table}</summary>
                  <div class="wide">
                    <table>
                      <thead>
                        <tr>
                          <th scope="col">{words.score}</th>
                          <th scope="col">{words.answer}</th>
                        </tr>
                      </thead>
                      <tbody>
                        {report.distribution.map((count, score) => (
                          <tr key={`${score}`}>
                            <th scope="row">{score}</th>
                            <td>{exact.format(count)}</td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </div>
                </details>
              </Box>
              {report.until - report.from < 300 * day && (
                <Box question={words.weeksQ}>
                  <Trend
                    points={named(report.weeks, { day: 'numeric', month: 'short' })}
                    label={words.weeksQ}
                  />
                  <Table
                    points={named(report.weeks, { day: 'numeric', month: 'short' })}
                    first={words.weeksQ}
                    words={words}
                  />
                </Box>
              )}
              {report.until - report.from > 40 * day && (
                <Box question={words.monthsQ}>
                  <Trend
                    points={named(report.months, { month: 'short', year: '2-digit' })}
                    label={words.monthsQ}
                  />
                  <Table
                    points={named(report.months, { month: 'short', year: '2-digit' })}
                    first={words.monthsQ}
                    words={words}
                  />
                </Box>
              )}
              {compared(words.pagesQ, report.pages, words.page)}
              {compared(
                words.languagesQ,
                report.languages.map((one) => ({ ...one, name: languages.of(one.name) ?? one.name })),
                words.languagesQ,
              )}
              {report.attributes.length > 0 &&
                compared(
                  words.valuesQ,
                  by.value ? report.values : [],
                  by.value,
                  <select
                    aria-label={words.attribute}
                    value={by.value}
                    onChange={(event) => {
                      by.value = event.currentTarget.value;
                    }}
                  >
                    <option value="">{words.attribute}</option>
                    {report.attributes.map((name) => (
                      <option key={name} value={name}>
                        {name}
                      </option>
                    ))}
                  </select>,
                )}
            </>
          )}
          <Box question={words.ratesQ}>
            <p>
              {report.shown > 0
                ? fill(words.rates, {
                    answered: number.format(report.prompted),
                    shown: number.format(report.shown),
                    rate: percent.format(report.prompted / report.shown),
                    dismissed: number.format(report.dismissed),
                    closed: percent.format(report.dismissed / report.shown),
                  })
                : words.ratesNone}
            </p>
          </Box>
        </>
      )}
    </>
  );
};
