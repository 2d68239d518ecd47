import type { NpsReport } from '../../../shared/nps/schema.ts';
import { fill } from '../../core/text/fill.ts';
import { Distribution, few } from './charts.tsx';
import type { ReportFormats } from './reportFormats.ts';
import { Box } from './reportParts.tsx';
import type { StaffWords } from './words.ts';

export interface ReportGiven {
  report: NpsReport;
  formats: ReportFormats;
  words: StaffWords;
}

/** The score, and how sure it is. */
export const ScoreBox = ({ report, formats, words }: ReportGiven) => (
  <Box question={words.scoreQ}>
    <p class="quiet">{formats.range(report.from, report.until)}</p>
    {report.all.score === null ? (
      <p class="empty">{words.scoreNone}</p>
    ) : (
      <>
        <p class={report.all.n < few ? 'nps-score few' : 'nps-score'}>
          <bdi dir="ltr">{formats.signed(report.all.score)}</bdi>
        </p>
        <p>
          {fill(words.scoreOf, {
            score: formats.signed(report.all.score),
            from: formats.whole(report.all.from!),
            to: formats.whole(report.all.to!),
            n: formats.whole(report.all.n),
          })}
        </p>
        {report.all.n < few && <p class="quiet">{words.few}</p>}
        <dl>
          {(['promoters', 'passives', 'detractors'] as const).map((key) => (
            <div key={key}>
              <dt>{words[key]}</dt>
              <dd>{formats.whole(report.all[key])}</dd>
            </div>
          ))}
        </dl>
        {report.anonymous > 0 && (
          <p class="quiet">{fill(words.anonymous, { count: formats.whole(report.anonymous) })}</p>
        )}
        {report.replaced > 0 && (
          <p class="quiet">{fill(words.replaced, { count: formats.whole(report.replaced) })}</p>
        )}
      </>
    )}
  </Box>
);

/** What changed since the time before. */
export const ChangeBox = ({ report, formats, words }: ReportGiven) => (
  <Box question={words.changeQ}>
    {report.change ? (
      <p>
        {fill(words.changeText, {
          time: formats.range(report.beforeFrom, report.beforeUntil),
          value: formats.signed(report.change.value),
          from: formats.whole(report.change.from),
          to: formats.whole(report.change.to),
        })}{' '}
        {fill(report.change.p < 0.05 ? words.changeReal : words.changeChance, {
          p: formats.probability(Math.max(report.change.p, 0.0001)),
        })}
      </p>
    ) : (
      <p class="quiet">
        {fill(words.changeNone, {
          time:
            report.all.n === 0
              ? formats.range(report.from, report.until)
              : formats.range(report.beforeFrom, report.beforeUntil),
        })}
      </p>
    )}
  </Box>
);

/** What they chose. */
export const DistributionBox = ({ report, formats, words }: ReportGiven) => (
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
                <td>{formats.exact(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  </Box>
);

/** How many of those who were asked answered. */
export const RatesBox = ({ report, formats, words }: ReportGiven) => (
  <Box question={words.ratesQ}>
    <p>
      {report.shown > 0
        ? fill(words.rates, {
            answered: formats.whole(report.prompted),
            shown: formats.whole(report.shown),
            rate: formats.percent(report.prompted / report.shown),
            dismissed: formats.whole(report.dismissed),
            closed: formats.percent(report.dismissed / report.shown),
          })
        : words.ratesNone}
    </p>
  </Box>
);
