import type { ComponentChildren } from 'preact';
import { smallSample } from '../../../shared/reports/limits.ts';
import type { ComparedShare, ReportChange } from '../../../shared/reports/schema.ts';
import type { Around, Shown } from './formats.ts';

/** A question, what answers it, and how that is counted. */
export const Box = ({
  question,
  formula,
  texts,
  children,
}: {
  question: string;
  formula: string;
  texts: Around['texts'];
  children: ComponentChildren;
}) => (
  <section class="box report-box">
    <h3>{question}</h3>
    {children}
    <details class="formula">
      <summary>{texts.formula}</summary>
      <p class="quiet">{formula}</p>
    </details>
  </section>
);

/** Whether it changed for the better; said only where there is enough to tell. */
export const Change = ({ change, texts }: { change: ReportChange; texts: Around['texts'] }) =>
  change === null ? (
    <span class="quiet">{texts.small}</span>
  ) : (
    <span class={`change ${change}`}>{texts[change]}</span>
  );

/** One figure: its name, its number (which leads to what it counts), and what it was before. */
export const Figure = ({
  name,
  value,
  before,
  isSmall,
  shown,
  change,
  around: { texts, formats, show },
}: {
  name: string;
  value: string;
  before: string | null;
  isSmall?: boolean | undefined;
  /** The rows behind it; absent where there are none. */
  shown?: Omit<Shown, 'name'> | undefined;
  change?: ReportChange | undefined;
  around: Around;
}) => (
  <div class={isSmall ? 'figure small' : 'figure'}>
    <span class="quiet">{name}</span>
    {shown ? (
      <button
        type="button"
        class="number"
        aria-label={`${name}: ${value}`}
        onClick={() => show({ ...shown, name })}
      >
        {value}
      </button>
    ) : (
      <strong class="number">{value}</strong>
    )}
    {before !== null && <span class="quiet">{formats.fill(texts.was, { value: before })}</span>}
    {change !== undefined && <Change change={change} texts={texts} />}
  </div>
);

/** A share as a figure: how many of how many. */
export const ShareFigure = ({
  name,
  share: { now, before, change },
  shown,
  around,
}: {
  name: string;
  share: ComparedShare;
  shown?: Omit<Shown, 'name'> | undefined;
  around: Around;
}) => {
  const { formats, texts } = around;
  const percent = ({ hits, of }: ComparedShare['now']): string => (of ? formats.percent(hits / of) : '–');
  return (
    <div class={now.of < smallSample ? 'figure small' : 'figure'}>
      <Figure name={name} value={percent(now)} before={null} shown={shown} around={around} />
      <span class="quiet">{formats.fill(texts.share, now)}</span>
      <span class="quiet">{formats.fill(texts.was, { value: percent(before) })}</span>
      <Change change={change} texts={texts} />
    </div>
  );
};

/** The numbers behind a chart: for who cannot see it, and for who wants them. */
export const Table = ({
  columns,
  rows,
  texts,
}: {
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly ComponentChildren[]; isSmall?: boolean }[];
  texts: Around['texts'];
}) => (
  <details>
    <summary>{texts.table}</summary>
    <div class="wide" tabIndex={0} role="group" aria-label={texts.table}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others], isSmall }) => (
            <tr key={key} class={isSmall ? 'small' : ''}>
              <th scope="row" dir="auto">
                {first}
              </th>
              {others.map((cell, index) => (
                <td key={`${index}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);
