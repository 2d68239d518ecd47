import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';

/*
 * Charts of the report as shapes: the page draws them with Preact, the mail as a picture. They run from left to right in
 * every language, as the axes of the field do.
 */

/** One shape of an SVG. `class` says what it is, and so how it looks. */
export type Shape =
  | { tag: 'line'; x1: number; x2: number; y1: number; y2: number; class: 'rule' }
  | {
      tag: 'rect';
      x: number;
      y: number;
      width: number;
      height: number;
      rx: number;
      class: 'bar' | 'empty';
      opacity?: number;
    }
  | { tag: 'path'; d: string; class: 'band' | 'way' }
  | { tag: 'text'; x: number; y: number; anchor: 'middle' | 'end'; text: string; isCentred: boolean };

export interface DayPoint {
  day: string;
  value: number;
}

/** A chart's size, and the names on it; without names, room is left for none. */
export interface Frame {
  width: number;
  height: number;
  names?: { number(value: number): string; shortDay(day: string): string; weekday(index: number): string };
}

const marginsOf = ({ names }: Frame) =>
  names ? { left: 40, right: 8, top: 10, bottom: 26 } : { left: 2, right: 2, top: 4, bottom: 4 };

const scaleOf = (points: readonly DayPoint[], frame: Frame) => {
  const { top, bottom } = marginsOf(frame);
  return scaleLinear()
    .domain([0, Math.max(1, ...points.map(({ value }) => value))])
    .nice(4)
    .range([frame.height - bottom, top]);
};

/** The number at the top of a chart of days. */
export const topOf = (points: readonly DayPoint[]): number =>
  scaleOf(points, { width: 1, height: 100 }).domain()[1] ?? 1;

/** Lines across, each with its whole number. */
const axis = (y: ReturnType<typeof scaleOf>, frame: Frame): Shape[] => {
  const { left, right } = marginsOf(frame);
  return y
    .ticks(4)
    .filter(Number.isInteger)
    .flatMap((tick): Shape[] => [
      { tag: 'line', x1: left, x2: frame.width - right, y1: y(tick), y2: y(tick), class: 'rule' },
      ...(frame.names
        ? [
            {
              tag: 'text' as const,
              x: left - 8,
              y: y(tick),
              anchor: 'end' as const,
              text: frame.names.number(tick),
              isCentred: true,
            },
          ]
        : []),
    ]);
};

/** Names of days below a chart, as many as fit. */
const dayNames = (
  points: readonly DayPoint[],
  at: (day: string) => number,
  { width, height, names }: Frame,
): Shape[] => {
  const every = Math.ceil((points.length * 64) / width);
  return names
    ? points.flatMap(({ day }, index): Shape[] =>
        index % every === 0
          ? [
              {
                tag: 'text',
                x: at(day),
                y: height - 6,
                anchor: 'middle',
                text: names.shortDay(day),
                isCentred: false,
              },
            ]
          : [],
      )
    : [];
};

/** Counts by day, as bars. */
export const dayBarShapes = (points: readonly DayPoint[], frame: Frame): Shape[] => {
  const { left, right } = marginsOf(frame);
  const x = scaleBand<string>()
    .domain(points.map(({ day }) => day))
    .range([left, frame.width - right])
    .padding(0.25);
  const y = scaleOf(points, frame);
  return [
    ...axis(y, frame),
    ...points.map(
      ({ day, value }): Shape => ({
        tag: 'rect',
        x: x(day) ?? 0,
        y: y(value),
        width: x.bandwidth(),
        height: y(0) - y(value),
        rx: Math.min(3, x.bandwidth() / 3),
        class: 'bar',
      }),
    ),
    ...dayNames(points, (day) => (x(day) ?? 0) + x.bandwidth() / 2, frame),
  ];
};

/** The level at the end of each day, as a line. */
export const dayLineShapes = (points: readonly DayPoint[], frame: Frame): Shape[] => {
  const { left, right } = marginsOf(frame);
  const inset = frame.names ? 16 : 0;
  const x = scalePoint<string>()
    .domain(points.map(({ day }) => day))
    .range([left + inset, frame.width - right - inset]);
  const y = scaleOf(points, frame);
  const at = ({ day }: DayPoint): number => x(day) ?? 0;
  const way = line<DayPoint>(at, ({ value }) => y(value));
  const below = area<DayPoint>(at, y(0), ({ value }) => y(value));
  return [
    ...axis(y, frame),
    { tag: 'path', d: below([...points]) ?? '', class: 'band' },
    { tag: 'path', d: way([...points]) ?? '', class: 'way' },
    ...dayNames(points, (day) => x(day) ?? 0, frame),
  ];
};

/** The height of a heat map's row, pixels. */
export const heatRow = 22;

/** Counts by weekday and hour: the darker, the more. */
export const heatShapes = (heat: readonly (readonly number[])[], frame: Frame): Shape[] => {
  const { names, width, height } = frame;
  const { left, right } = marginsOf(frame);
  const most = Math.max(1, ...heat.flat());
  const x = scaleBand<number>()
    .domain(Array.from({ length: 24 }, (_, hour) => hour))
    .range([names ? left + 12 : left, width - right])
    .padding(0.08);
  const cells = heat.flatMap((hours, weekday) =>
    hours.map(
      (count, hour): Shape => ({
        tag: 'rect',
        x: x(hour) ?? 0,
        y: weekday * heatRow + 1,
        width: x.bandwidth(),
        height: heatRow - 2,
        rx: 2,
        class: count ? 'bar' : 'empty',
        ...(count && { opacity: 0.15 + (0.85 * count) / most }),
      }),
    ),
  );
  if (!names) return cells;
  return [
    ...heat.map(
      (_, weekday): Shape => ({
        tag: 'text',
        x: left + 4,
        y: weekday * heatRow + heatRow / 2,
        anchor: 'end',
        text: names.weekday(weekday),
        isCentred: true,
      }),
    ),
    ...cells,
    ...[0, 6, 12, 18, 23].map(
      (hour): Shape => ({
        tag: 'text',
        x: (x(hour) ?? 0) + x.bandwidth() / 2,
        y: height - 6,
        anchor: 'middle',
        text: names.number(hour),
        isCentred: false,
      }),
    ),
  ];
};
