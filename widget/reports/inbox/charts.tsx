import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Formats } from './formats.ts';
import { useWidth } from './useWidth.ts';

/*
 * Charts as one would print them. Each is a picture to who cannot see it; its numbers stand in a table below it. They run
 * from left to right in every language, as the axes of the field do.
 */

const left = 40;
const right = 8;

export interface DayPoint {
  day: string;
  value: number;
}

const Axis = ({
  ticks,
  y,
  width,
  formats,
}: {
  ticks: number[];
  y(value: number): number;
  width: number;
  formats: Formats;
}) => (
  <>
    {ticks.filter(Number.isInteger).map((tick) => (
      <g key={tick}>
        <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} class="rule" />
        <text x={left - 8} y={y(tick)} dy="0.32em" text-anchor="end">
          {formats.number(tick)}
        </text>
      </g>
    ))}
  </>
);

/** Names of days below a chart, as many as fit. */
const DayNames = ({
  points,
  at,
  y,
  width,
  formats,
}: {
  points: readonly DayPoint[];
  at(day: string): number;
  y: number;
  width: number;
  formats: Formats;
}) => {
  const every = Math.ceil((points.length * 64) / width);
  return (
    <>
      {points.map(
        ({ day }, index) =>
          index % every === 0 && (
            <text key={day} x={at(day)} y={y} text-anchor="middle">
              {formats.shortDay(day)}
            </text>
          ),
      )}
    </>
  );
};

interface Given {
  points: readonly DayPoint[];
  label: string;
  formats: Formats;
}

const scaleOf = (points: readonly DayPoint[], height: number) =>
  scaleLinear()
    .domain([0, Math.max(1, ...points.map(({ value }) => value))])
    .nice(4)
    .range([height - 26, 10]);

/** Counts by day. */
export const DayBars = ({ points, label, formats }: Given) => {
  const [element, width] = useWidth();
  const height = 180;
  const x = scaleBand<string>()
    .domain(points.map(({ day }) => day))
    .range([left, width - right])
    .padding(0.25);
  const y = scaleOf(points, height);
  return (
    <svg ref={element} class="report-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Axis ticks={y.ticks(4)} y={y} width={width} formats={formats} />
      {points.map(({ day, value }) => (
        <rect
          key={day}
          class="bar"
          x={x(day)}
          width={x.bandwidth()}
          y={y(value)}
          height={y(0) - y(value)}
          rx={Math.min(3, x.bandwidth() / 3)}
        />
      ))}
      <DayNames
        points={points}
        at={(day) => (x(day) ?? 0) + x.bandwidth() / 2}
        y={height - 6}
        width={width}
        formats={formats}
      />
    </svg>
  );
};

/** The level at the end of each day. */
export const DayLine = ({ points, label, formats }: Given) => {
  const [element, width] = useWidth();
  const height = 180;
  const x = scalePoint<string>()
    .domain(points.map(({ day }) => day))
    .range([left + 16, width - right - 16]);
  const y = scaleOf(points, height);
  const at = ({ day }: DayPoint): number => x(day) ?? 0;
  const way = line<DayPoint>(at, ({ value }) => y(value));
  const below = area<DayPoint>(at, y(0), ({ value }) => y(value));
  return (
    <svg ref={element} class="report-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Axis ticks={y.ticks(4)} y={y} width={width} formats={formats} />
      <path class="band" d={below([...points]) ?? ''} />
      <path class="way" d={way([...points]) ?? ''} />
      <DayNames points={points} at={(day) => x(day) ?? 0} y={height - 6} width={width} formats={formats} />
    </svg>
  );
};

/** Counts by weekday and hour: the darker, the more. */
export const Heat = ({ heat, label, formats }: { heat: number[][]; label: string; formats: Formats }) => {
  const [element, width] = useWidth();
  const row = 22;
  const height = heat.length * row + 24;
  const most = Math.max(1, ...heat.flat());
  const x = scaleBand<number>()
    .domain(Array.from({ length: 24 }, (_, hour) => hour))
    .range([left + 12, width - right])
    .padding(0.08);
  return (
    <svg ref={element} class="report-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {heat.map((hours, weekday) => (
        <g key={`${weekday}`}>
          <text x={left + 4} y={weekday * row + row / 2} dy="0.32em" text-anchor="end">
            {formats.weekday(weekday)}
          </text>
          {hours.map((count, hour) => (
            <rect
              key={`${hour}`}
              class={count ? 'bar' : 'empty'}
              x={x(hour)}
              width={x.bandwidth()}
              y={weekday * row + 1}
              height={row - 2}
              rx={2}
              fill-opacity={count ? 0.15 + (0.85 * count) / most : undefined}
            />
          ))}
        </g>
      ))}
      {[0, 6, 12, 18, 23].map((hour) => (
        <text key={hour} x={(x(hour) ?? 0) + x.bandwidth() / 2} y={height - 6} text-anchor="middle">
          {formats.number(hour)}
        </text>
      ))}
    </svg>
  );
};

export interface SpanPoint {
  id: string;
  name: string;
  median: number;
  p90: number;
  isSmall: boolean;
}

/** The middle of durations, and where nine in ten end, under each other. */
export const Spans = ({
  points,
  most,
  label,
  formats,
}: {
  points: readonly SpanPoint[];
  /** The length of the whole width, seconds: the same for charts that stand together. */
  most: number;
  label: string;
  formats: Formats;
}) => {
  const [element, width] = useWidth();
  const row = 32;
  const names = Math.min(180, width * 0.34);
  const letters = Math.floor(names / 7.5);
  const height = points.length * row + 4;
  const x = scaleLinear()
    .domain([0, Math.max(1, most)])
    .range([names, width - right - 72]);
  return (
    <svg ref={element} class="report-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {points.map(({ id, name, median, p90, isSmall }, index) => {
        const y = index * row + row / 2;
        return (
          <g key={id} class={isSmall ? 'small' : ''}>
            <text x={names - 12} y={y} dy="0.32em" text-anchor="end">
              {name.length > letters ? `${name.slice(0, letters - 1)}…` : name}
            </text>
            <line class="span" x1={x(0)} x2={x(p90)} y1={y} y2={y} />
            <line class="middle" x1={x(0)} x2={x(median)} y1={y} y2={y} />
            <text x={x(p90) + 8} y={y} dy="0.32em">
              {formats.duration(p90)}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
