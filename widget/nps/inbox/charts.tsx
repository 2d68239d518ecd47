import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { groupOf } from '../../../shared/nps/groups.ts';
import type { NpsFigure } from '../../../shared/nps/schema.ts';

/* Charts as one would print them: lines and words, no effects. Each is a picture to who cannot see it; its numbers stand in a table beside it. */

/** Widest and narrowest that a chart is drawn, CSS pixels: a pixel of it is one of the screen, so that its words stay readable. */
const widest = 760;
const narrowest = 260;
const left = 44;
const right = 12;

export interface Point extends NpsFigure {
  name: string;
}

/** As wide as what it stands in. */
const useWidth = () => {
  const element = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(widest);
  useLayoutEffect(() => {
    const measure = (): void =>
      // biome-ignore lint/style/noNonNullAssertion: a chart is drawn inside a box
      setWidth(Math.max(narrowest, Math.min(widest, element.current!.parentElement!.clientWidth - 32)));
    measure();
    const observer = new ResizeObserver(measure);
    // biome-ignore lint/style/noNonNullAssertion: a chart is drawn inside a box
    observer.observe(element.current!.parentElement!);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
};

const Axis = ({ ticks, y, width }: { ticks: number[]; y(value: number): number; width: number }) => (
  <>
    {ticks.map((tick) => (
      <g key={tick} class={tick === 0 ? 'zero' : ''}>
        <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} class="rule" />
        <text x={left - 8} y={y(tick)} dy="0.32em" text-anchor="end">
          {tick}
        </text>
      </g>
    ))}
  </>
);

/** Fewer answers than that are drawn pale: a hint, no more. */
export const few = 30;

/** A score over time, with its interval as a band; steps without answers are gaps. */
export const Trend = ({ points, label }: { points: readonly Point[]; label: string }) => {
  const [element, width] = useWidth();
  const height = 220;
  const x = scalePoint<string>()
    .domain(points.map(({ name }) => name))
    .range([left + 12, width - right - 12]);
  const y = scaleLinear()
    .domain([-100, 100])
    .range([height - 28, 8]);
  const has = ({ score }: Point): boolean => score !== null;
  const at = ({ name }: Point): number => x(name) ?? 0;
  const band = area<Point>()
    .defined(has)
    .x(at)
    .y0(({ from }) => y(from ?? 0))
    .y1(({ to }) => y(to ?? 0));
  const way = line<Point>()
    .defined(has)
    .x(at)
    .y(({ score }) => y(score ?? 0));
  // As many names as fit.
  const every = Math.ceil((points.length * 72) / width);
  return (
    <svg ref={element} class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Axis ticks={[-100, -50, 0, 50, 100]} y={y} width={width} />
      <path class="band" d={band([...points]) ?? ''} />
      <path class="way" d={way([...points]) ?? ''} />
      {points.filter(has).map((point) => (
        <circle
          key={point.name}
          class={point.n < few ? 'dot few' : 'dot'}
          cx={at(point)}
          // biome-ignore lint/style/noNonNullAssertion: only points with a score are drawn
          cy={y(point.score!)}
          r={4}
        />
      ))}
      {points.map(
        (point, index) =>
          index % every === 0 && (
            <text key={point.name} x={at(point)} y={height - 8} text-anchor="middle">
              {point.name}
            </text>
          ),
      )}
    </svg>
  );
};

/** Counts of each score; the groups by shade. */
export const Distribution = ({ counts, label }: { counts: readonly number[]; label: string }) => {
  const [element, width] = useWidth();
  const height = 200;
  const x = scaleBand<number>()
    .domain(counts.map((_, score) => score))
    .range([left, width - right])
    .padding(0.2);
  const y = scaleLinear()
    .domain([0, Math.max(1, ...counts)])
    .nice(4)
    .range([height - 28, 18]);
  return (
    <svg ref={element} class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <Axis ticks={y.ticks(4).filter(Number.isInteger)} y={y} width={width} />
      {counts.map((count, score) => (
        <g key={`${score}`}>
          <rect
            class={groupOf(score)}
            x={x(score)}
            width={x.bandwidth()}
            y={y(count)}
            height={y(0) - y(count)}
          />
          {count > 0 && (
            <text x={(x(score) ?? 0) + x.bandwidth() / 2} y={y(count) - 5} text-anchor="middle">
              {count}
            </text>
          )}
          <text x={(x(score) ?? 0) + x.bandwidth() / 2} y={height - 8} text-anchor="middle">
            {score}
          </text>
        </g>
      ))}
    </svg>
  );
};

/** Scores of groups under each other, each with its interval. */
export const Comparison = ({ points, label }: { points: readonly Point[]; label: string }) => {
  const [element, width] = useWidth();
  const row = 30;
  const names = Math.min(200, width * 0.34);
  /** Letters of a name that fit. */
  const letters = Math.floor(names / 7.5);
  const height = points.length * row + 28;
  const x = scaleLinear()
    .domain([-100, 100])
    .range([names, width - right - 40]);
  return (
    <svg ref={element} class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[-100, -50, 0, 50, 100].map((tick) => (
        <g key={tick} class={tick === 0 ? 'zero' : ''}>
          <line x1={x(tick)} x2={x(tick)} y1={0} y2={height - 24} class="rule" />
          <text x={x(tick)} y={height - 8} text-anchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {points.map(({ name, n, score, from, to }, index) => {
        const y = index * row + row / 2;
        const shown = name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
        return (
          <g key={name}>
            <text x={names - 12} y={y} dy="0.32em" text-anchor="end">
              {shown}
            </text>
            {score !== null && (
              <>
                {/* biome-ignore lint/style/noNonNullAssertion: drawn only where the interval is known */}
                <line class="span" x1={x(from!)} x2={x(to!)} y1={y} y2={y} />
                <circle class={n < few ? 'dot few' : 'dot'} cx={x(score)} cy={y} r={5} />
              </>
            )}
            <text x={width - right} y={y} dy="0.32em" text-anchor="end">
              {n}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
