import type { NpsReport } from '../../../shared/nps/schema.ts';
import { fill } from '../../core/text/fill.ts';
import { Distribution, few } from './charts.tsx';
import type { ReportFormats } from './reportFormats.ts';
import { Box } from './reportParts.tsx';
import type { StaffTexts } from './texts.ts';

export interface ReportGiven {
  report: NpsReport;
  formats: ReportFormats;
  texts: StaffTexts;
}

/** The score, and how sure it is. */
export const ScoreBox = ({ report, formats, texts }: ReportGiven) => (
  <Box question={texts.scoreQ}>
    <p class="quiet">{formats.range(report.from, report.until)}</p>
    {report.all.score === null ? (
      <p class="empty">{texts.scoreNone}</p>
    ) : (
      <>
        <p class={report.all.n < few ? 'nps-score few' : 'nps-score'}>
          <bdi dir="ltr">{formats.signed(report.all.score)}</bdi>
        </p>
        <p>
          {fill(texts.scoreOf, {
            score: formats.signed(report.all.score),
            // biome-ignore lint/style/noNonNullAssertion: a score has an interval
            from: formats.whole(report.all.from!),
            // biome-ignore lint/style/noNonNullAssertion: a score has an interval
            to: formats.whole(report.all.to!),
            n: formats.whole(report.all.n),
          })}
        </p>
        {report.all.n < few && <p class="quiet">{texts.few}</p>}
        <dl>
          {(['promoters', 'passives', 'detractors'] as const).map((key) => (
            <div key={key}>
              <dt>{texts[key]}</dt>
              <dd>{formats.whole(report.all[key])}</dd>
            </div>
          ))}
        </dl>
        {report.anonymous > 0 && (
          <p class="quiet">{fill(texts.anonymous, { count: formats.whole(report.anonymous) })}</p>
        )}
        {report.replaced > 0 && (
          <p class="quiet">{fill(texts.replaced, { count: formats.whole(report.replaced) })}</p>
        )}
      </>
    )}
  </Box>
);

/** The change since the time before. */
export const ChangeBox = ({ report, formats, texts }: ReportGiven) => (
  <Box question={texts.changeQ}>
    {report.change ? (
      <p>
        {fill(texts.changeText, {
          time: formats.range(report.beforeFrom, report.beforeUntil),
          value: formats.signed(report.change.value),
          from: formats.whole(report.change.from),
          to: formats.whole(report.change.to),
        })}{' '}
        {fill(report.change.p < 0.05 ? texts.changeReal : texts.changeChance, {
          p: formats.probability(Math.max(report.change.p, 0.0001)),
        })}
      </p>
    ) : (
      <p class="quiet">
        {fill(texts.changeNone, {
          time:
            report.all.n === 0
              ? formats.range(report.from, report.until)
              : formats.range(report.beforeFrom, report.beforeUntil),
        })}
      </p>
    )}
  </Box>
);

/** The distribution of scores. */
export const DistributionBox = ({ report, formats, texts }: ReportGiven) => (
  <Box question={texts.distributionQ}>
    <Distribution counts={report.distribution} label={texts.distributionQ} />
    <details>
      <summary>{texts.table}</summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.score}</th>
              <th scope="col">{texts.answer}</th>
            </tr>
          </thead>
          <tbody>
            {report.distribution.map((count, score) => (
              <tr key={`${score}`}>
                <th scope="row">{score}</th>
                <td>{formats.exact(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  </Box>
);

/** The share of the asked who answered. */
export const RatesBox = ({ report, formats, texts }: ReportGiven) => (
  <Box question={texts.ratesQ}>
    <p>
      {report.shown > 0
        ? fill(texts.rates, {
            answered: formats.whole(report.prompted),
            shown: formats.whole(report.shown),
            rate: formats.percent(report.prompted / report.shown),
            dismissed: formats.whole(report.dismissed),
            closed: formats.percent(report.dismissed / report.shown),
          })
        : texts.ratesNone}
    </p>
  </Box>
);
