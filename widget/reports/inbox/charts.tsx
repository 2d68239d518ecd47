import { scaleLinear } from 'd3-scale';
import {
  type DayPoint,
  dayBarShapes,
  dayLineShapes,
  heatRow,
  heatShapes,
  type Shape,
} from '../../../shared/reports/shapes.ts';
import type { Formats } from './formats.ts';
import { useWidth } from './useWidth.ts';

/*
 * Charts as one would print them. Each is a picture to who cannot see it; its numbers stand in a table below it.
 */

const right = 8;

const Drawn = ({ shape }: { shape: Shape }) => {
  switch (shape.tag) {
    case 'line':
      return <line x1={shape.x1} x2={shape.x2} y1={shape.y1} y2={shape.y2} class={shape.class} />;
    case 'path':
      return <path class={shape.class} d={shape.d} />;
    case 'text':
      return (
        <text x={shape.x} y={shape.y} dy={shape.isCentred ? '0.32em' : undefined} text-anchor={shape.anchor}>
          {shape.text}
        </text>
      );
    default: {
      const { tag: _, opacity, ...box } = shape;
      return <rect {...box} fill-opacity={opacity} />;
    }
  }
};

/** A chart as wide as its box. */
const Chart = ({
  label,
  height,
  shapes,
}: {
  label: string;
  height: number;
  shapes(width: number): readonly Shape[];
}) => {
  const [element, width] = useWidth();
  return (
    <svg ref={element} class="report-chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {shapes(width).map((shape, index) => (
        <Drawn key={`${index}`} shape={shape} />
      ))}
    </svg>
  );
};

interface Given {
  points: readonly DayPoint[];
  label: string;
  formats: Formats;
}

const dayHeight = 180;

/** Counts by day. */
export const DayBars = ({ points, label, formats }: Given) => (
  <Chart
    label={label}
    height={dayHeight}
    shapes={(width) => dayBarShapes(points, { width, height: dayHeight, names: formats })}
  />
);

/** The level at the end of each day. */
export const DayLine = ({ points, label, formats }: Given) => (
  <Chart
    label={label}
    height={dayHeight}
    shapes={(width) => dayLineShapes(points, { width, height: dayHeight, names: formats })}
  />
);

/** Counts by weekday and hour: the darker, the more. */
export const Heat = ({ heat, label, formats }: { heat: number[][]; label: string; formats: Formats }) => {
  const height = heat.length * heatRow + 24;
  return (
    <Chart
      label={label}
      height={height}
      shapes={(width) => heatShapes(heat, { width, height, names: formats })}
    />
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
