/** @jsxImportSource hono/jsx */

/** Figures in a mail: now and before, and how one of them came about, as bars. */
export interface LetterFigures {
  columns: [name: string, now: string, before: string];
  rows: { name: string; now: string; before: string }[];
  bars: { title: string; rows: { name: string; value: number; text: string }[] };
}

export const figuresText = ({ columns: [, , before], rows, bars }: LetterFigures): string =>
  [
    ...rows.map((row) => `${row.name}: ${row.now} (${before}: ${row.before})`),
    '',
    bars.title,
    ...bars.rows.map(({ name, text }) => `${name}: ${text}`),
  ].join('\n');

/** A line that shows on white as on black. */
const line = '1px solid #8886';
const number = `padding:8px 0;padding-inline-start:12px;text-align:end;white-space:nowrap;border-bottom:${line}`;

/** Tables, and bars of cells: mail programs show no SVG, and change no colours of ours to be read in the dark. */
export const Figures = ({
  figures: { columns, rows, bars },
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
    </>
  );
};
