/** @jsxImportSource hono/jsx */
import type { MailPicture } from './mailer.ts';

/** Figures in a mail: now and before, and how one of them came about, as bars. */
export interface LetterFigures {
  columns: [name: string, now: string, before: string];
  rows: { name: string; now: string; before: string }[];
  bars: { title: string; rows: { name: string; value: number; text: string }[] };
  charts?: LetterChart[] | undefined;
  /** Short lists below all else. */
  lists?: { title: string; rows: { name: string; text: string }[] }[] | undefined;
}

/**
 * A chart as a picture without letters: those stand beside it as text, in every language, where no server has to have
 * fonts for them.
 */
export interface LetterChart extends MailPicture {
  title: string;
  /** Its figures in words: for who doesn't see the picture. */
  alt: string;
  /** CSS pixels. */
  height: number;
  /** Names at its side from top to bottom: of its two ends, or of each row. */
  side: string[];
  /** Names below it, from left to right. */
  below: string[];
}

export const figuresText = ({
  columns: [, , before],
  rows,
  bars,
  charts = [],
  lists = [],
}: LetterFigures): string =>
  [
    ...rows.map((row) => `${row.name}: ${row.now} (${before}: ${row.before})`),
    '',
    bars.title,
    ...bars.rows.map(({ name, text }) => `${name}: ${text}`),
    ...charts.flatMap(({ title, alt }) => ['', title, alt]),
    ...lists.flatMap((list) => [
      '',
      list.title,
      ...list.rows.map(({ name, text }) => (text ? `${name}: ${text}` : name)),
    ]),
  ].join('\n');

/** A line that shows on white as on black. */
const line = '1px solid #8886';
const number = `padding:8px 0;padding-inline-start:12px;text-align:end;white-space:nowrap;border-bottom:${line}`;

const placeOf = (index: number, of: number): string => (of > 2 ? 'middle' : index === 0 ? 'top' : 'bottom');

/** A chart on white, as it was drawn, whatever the mail program does to colours; from left to right in every language. */
const Chart = ({ chart: { title, cid, alt, height, side, below } }: { chart: LetterChart }) => (
  <>
    <p style="margin:0 0 8px;font-weight:600">{title}</p>
    <table
      dir="ltr"
      role="presentation"
      style="width:100%;border-collapse:collapse;margin:0 0 20px;font-size:13px;line-height:1"
      cellpadding="0"
      cellspacing="0"
    >
      {side.map((name, index) => (
        <tr>
          <td
            style={`width:1%;height:${Math.floor(height / side.length)}px;padding-right:8px;text-align:right;white-space:nowrap;vertical-align:${placeOf(index, side.length)}`}
          >
            {name}
          </td>
          {index === 0 && (
            <td rowspan={side.length}>
              <img
                src={`cid:${cid}`}
                alt={alt}
                width="100%"
                height={height}
                style={`display:block;width:100%;height:${height}px;background:#fff;border-radius:4px`}
              />
            </td>
          )}
        </tr>
      ))}
      <tr>
        <td />
        <td>
          <table
            role="presentation"
            style="width:100%;border-collapse:collapse"
            cellpadding="0"
            cellspacing="0"
          >
            <tr>
              {below.map((name, index) => (
                <td
                  style={`padding-top:6px;text-align:${index === 0 ? 'left' : index === below.length - 1 ? 'right' : 'center'}`}
                >
                  {name}
                </td>
              ))}
            </tr>
          </table>
        </td>
      </tr>
    </table>
  </>
);

/** Names with a few words each, or none, which stand below them: a name is as long as somebody made it. */
const List = ({ list: { title, rows } }: { list: NonNullable<LetterFigures['lists']>[number] }) => (
  <>
    <p style="margin:0 0 8px;font-weight:600">{title}</p>
    <ul style="margin:0 0 20px;padding:0;list-style:none">
      {rows.map(({ name, text }) => (
        <li style="margin:0 0 6px">
          <span dir="auto">{name}</span>
          {text && <span style="display:block;font-size:13px;opacity:0.75">{text}</span>}
        </li>
      ))}
    </ul>
  </>
);

/** Tables, and bars of cells: mail programs show no SVG, and change no colours of ours to be read in the dark. */
export const Figures = ({
  figures: { columns, rows, bars, charts = [], lists = [] },
  accent,
}: {
  figures: LetterFigures;
  accent: string;
}) => {
  const most = Math.max(1, ...bars.rows.map(({ value }) => value));
  return (
    <>
      <table style="width:100%;border-collapse:collapse;margin:20px 0" cellpadding="0" cellspacing="0">
        <tr>
          {columns.map((column, index) => (
            <th
              scope="col"
              style={`font-size:13px;font-weight:600;vertical-align:bottom;padding:8px 0;padding-inline-start:${index ? 12 : 0}px;text-align:${index ? 'end' : 'start'};border-bottom:${line}`}
            >
              {column}
            </th>
          ))}
        </tr>
        {rows.map((row) => (
          <tr>
            <th scope="row" style={`padding:8px 0;text-align:start;font-weight:400;border-bottom:${line}`}>
              {row.name}
            </th>
            <td style={`${number};font-weight:600`}>{row.now}</td>
            <td style={`${number};opacity:0.75`}>{row.before}</td>
          </tr>
        ))}
      </table>
      <p style="margin:0 0 8px;font-weight:600">{bars.title}</p>
      <table style="width:100%;border-collapse:collapse;margin:0 0 20px" cellpadding="0" cellspacing="0">
        {bars.rows.map(({ name, value, text }) => (
          <tr>
            <th
              scope="row"
              style="width:1%;padding:3px 0;padding-inline-end:12px;text-align:start;font-size:13px;font-weight:400;white-space:nowrap"
            >
              {name}
            </th>
            <td>
              <table style="width:100%;border-collapse:collapse" cellpadding="0" cellspacing="0">
                <tr>
                  {value > 0 && (
                    <td
                      style={`width:${Math.max(1, Math.round((value / most) * 85))}%;height:14px;background:${accent};border-radius:3px`}
                    />
                  )}
                  <td style="padding:0 8px;font-size:13px;line-height:14px">{text}</td>
                </tr>
              </table>
            </td>
          </tr>
        ))}
      </table>
      {charts.map((chart) => (
        <Chart chart={chart} />
      ))}
      {lists.map((list) => (
        <List list={list} />
      ))}
    </>
  );
};
