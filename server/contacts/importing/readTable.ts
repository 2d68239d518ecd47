import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';

/** A line of a table: its cells by the number of their column. */
export interface TableLine {
  /** Counted from 1, the headings' line. */
  line: number;
  cells: string[];
}

/** Code units of one line, quotes and line ends in them included. */
const maxLine = 100_000;

/** The sign between columns: of those that spreadsheets use the one that the headings have most of. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? '';
  const count = (sign: string): number => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
};

/** A cell as it was before a spreadsheet's formula was taken from it by an apostrophe. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '').trim();

/** Pieces of the text that are parsed between two turns of the event loop, code units. */
const pieceLength = 65_536;

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength);
}

/** Lines of a table as they are read, without empty ones. A fault of the format ends it with `null`. */
export async function* readTable(text: string): AsyncGenerator<TableLine | null> {
  const parser = Readable.from(piecesOf(text)).compose(
    parse({
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      max_record_size: maxLine,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  ) as AsyncIterable<{ record: string[]; info: { lines: number } }>;
  try {
    for await (const { record, info } of parser) yield { line: info.lines, cells: record.map(plain) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield null;
  }
}
