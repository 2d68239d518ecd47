import type { SiteReport } from '../../../shared/reports/schema.ts';
import { dayLineShapes, heatRow, heatShapes, type Shape, topOf } from '../../../shared/reports/shapes.ts';
import type { Context } from '../../context.ts';
import { drawChart } from '../../core/content/drawChart.ts';
import { derivedId } from '../../core/derivedId.ts';
import type { LetterChart } from '../../core/mail/letterFigures.tsx';
import { fill } from '../../core/pages/texts.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { formatsOf } from './compose.ts';
import type { ReportMailTexts } from './textShape.ts';

/** The width that charts are drawn for, CSS pixels: a mail's. */
const width = 500;
const lineHeight = 120;

const short = (value: number): string => String(Math.round(value * 100) / 100);

const tagOf = (shape: Exclude<Shape, { tag: 'text' }>): string => {
  const { tag, ...rest } = shape;
  const attributes = Object.entries(rest).map(
    ([name, value]) =>
      `${name === 'opacity' ? 'fill-opacity' : name}="${typeof value === 'number' ? short(value) : value}"`,
  );
  return `<${tag} ${attributes.join(' ')}/>`;
};

/**
 * Shapes as an SVG on white. Written here, not by `preact-render-to-string` from the page's components: those measure their
 * width, and colour by variables of the page's style, which no drawer of pictures knows. The shapes are the same for both.
 * @param accent a colour as hex digits
 */
export const svgOf = (shapes: readonly Shape[], height: number, accent: string): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>.bar{fill:${accent}}.band{fill:${accent};opacity:.14}.way{fill:none;stroke:${accent};stroke-width:2}.rule{stroke:#ddd}.empty{fill:#eee}</style>`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...shapes.flatMap((shape) => (shape.tag === 'text' ? [] : [tagOf(shape)])),
    '</svg>',
  ].join('');

type Formats = ReturnType<typeof formatsOf>;
type Drawing = Omit<LetterChart, 'cid' | 'content'> & { name: string; svg: string };

const backlogOf = (
  report: SiteReport,
  texts: ReportMailTexts,
  formats: Formats,
  accent: string,
): Drawing[] => {
  const points = report.backlog.map(({ day, open }) => ({ day, value: open }));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2 || !points.some(({ value }) => value > 0)) return [];
  const most = Math.max(...points.map(({ value }) => value));
  return [
    {
      name: 'backlog',
      title: texts.openByDay,
      alt: fill(texts.openAlt, {
        from: formats.day(first.day),
        first: formats.number(first.value),
        until: formats.day(last.day),
        last: formats.number(last.value),
        most: formats.number(most),
      }),
      height: lineHeight,
      side: [formats.number(topOf(points)), formats.number(0)],
      below: [formats.day(first.day), formats.day(last.day)],
      svg: svgOf(dayLineShapes(points, { width, height: lineHeight }), lineHeight, accent),
    },
  ];
};

const heatOf = (
  { heat }: SiteReport,
  texts: ReportMailTexts,
  formats: Formats,
  accent: string,
): Drawing[] => {
  const [busiest] = heat
    .flatMap((hours, weekday) => hours.map((count, hour) => ({ count, at: { weekday, hour } })))
    .sort((one, other) => other.count - one.count);
  if (!busiest || busiest.count === 0) return [];
  const height = heat.length * heatRow;
  return [
    {
      name: 'heat',
      title: texts.heat,
      alt: fill(texts.heatAlt, { now: formats.number(busiest.count), ...formats.weekHour(busiest.at) }),
      height,
      side: heat.map((_, weekday) => formats.shortWeekday(weekday)),
      below: [0, 6, 12, 18, 24].map(formats.number),
      svg: svgOf(heatShapes(heat, { width, height }), height, accent),
    },
  ];
};

/** Charts of a report's mail. It goes out without them rather than not at all: tables say the most of it. */
export const drawCharts = async (
  ctx: Context,
  site: Site,
  report: SiteReport,
  { texts, formats }: { texts: ReportMailTexts; formats: Formats },
): Promise<LetterChart[]> => {
  const { accent } = site.settings.theme;
  const charts: LetterChart[] = [];
  try {
    for (const { name, svg, ...chart } of [
      ...backlogOf(report, texts, formats, accent),
      ...heatOf(report, texts, formats, accent),
    ])
      charts.push({
        ...chart,
        cid: `${derivedId('chart', site.id, name, report.period.from, report.period.until)}@${ctx.config.mail.from.split('@').at(-1)}`,
        content: await drawChart(ctx, site.id, svg),
      });
  } catch (err) {
    ctx.log.warn({ err, site: site.id }, 'a report is mailed without its charts');
  }
  return charts;
};
