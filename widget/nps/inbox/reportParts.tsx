import type { ComponentChildren } from 'preact';
import { useLanguage } from '../../core/staff/context.ts';
import { few, type Point } from './charts.tsx';
import type { StaffTexts } from './texts.ts';

/** The numbers behind a chart: for who cannot see it, and for who wants them. */
export const Table = ({
  points,
  first,
  texts,
}: {
  points: readonly Point[];
  first: string;
  texts: StaffTexts;
}) => {
  const { tag } = useLanguage();
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const cell = (value: number | null) => <td>{value === null ? '–' : number.format(value)}</td>;
  return (
    <details>
      <summary>{texts.table}</summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {(['answer', 'promoters', 'passives', 'detractors', 'score', 'from', 'to'] as const).map(
                (key) => (
                  <th key={key} scope="col">
                    {texts[key]}
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

/** A question, and the chart that answers it. */
export const Box = ({ question, children }: { question: string; children: ComponentChildren }) => (
  <section class="box">
    <h3>{question}</h3>
    {children}
  </section>
);
