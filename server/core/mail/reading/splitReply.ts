import {
  attributionAbove,
  bareLine,
  headerBlockAt,
  isDeviceLine,
  isMarked,
  isSignatureLine,
} from './quoteLines.ts';

/** Traces of the mail that is answered: its words are found again, whatever the mail program did to them. */
export interface OwnText {
  /** Lines of the thread, as {@link bareLine} makes them. */
  lines: readonly string[];
  /** Addresses, links and marks that only our mails have, lower case. */
  marks: readonly string[];
}

/** A reply in two parts. Every word of it is in one of them. */
export interface SplitReply {
  /** The typed text, with the quotes that it stands between. */
  own: string;
  /** The folded text: the quoted mail, its attribution, a signature. */
  quoted: string;
}

/** A run of lines of one sort, from the first to before the last. */
interface Run {
  start: number;
  end: number;
}

/** Minimum length of a line that identifies its writer: shorter ones are in any text. */
const minTellingLength = 6;

const isBlank = (line: string | undefined): boolean => (line ?? '').trim() === '';

/** Minimum length of a part that identifies a line of ours where a mail program broke it. */
const minPartLength = 24;
/** Code units that parts are looked for in, and how often. */
const maxKnown = 50_000;
const maxLooks = 2_000;

/** Tells lines of ours from others. */
const recognizer = ({ lines, marks }: OwnText) => {
  const known = new Set(lines.filter((line) => line.length >= minTellingLength));
  const all = lines.join(' ').slice(-maxKnown);
  let looks = 0;
  return (line: string): boolean => {
    const bare = bareLine(line);
    if (bare.length < minTellingLength) return false;
    const text = line.slice(0, 2_000).toLowerCase();
    if (known.has(bare) || marks.some((mark) => text.includes(mark))) return true;
    return bare.length >= minPartLength && ++looks <= maxLooks && all.includes(bare);
  };
};

/** Runs of marked lines, and of empty ones between them. */
const markedRuns = (lines: readonly string[]): Run[] => {
  const runs: Run[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (!isMarked(lines[at] ?? '')) continue;
    const last = runs.at(-1);
    const joins = last && lines.slice(last.end, at).every(isBlank);
    if (joins) last.end = at + 1;
    else runs.push({ start: at, end: at + 1 });
  }
  return runs;
};

/** Where the lines above a run of marked ones begin that belong to it; its own start where there are none. */
const startOf = (lines: readonly string[], { start }: Run): number => {
  let end = start;
  while (end > 0 && end > start - 2 && isBlank(lines[end - 1])) end -= 1;
  return attributionAbove(lines, end) ?? start;
};

/** A quote without marks: what Outlook and some others put below a reply, up to the last line that is ours. */
const unmarkedQuote = (lines: readonly string[], isOurs: (line: string) => boolean): Run | null => {
  let lastOurs = -1;
  for (let at = lines.length - 1; at >= 0 && lastOurs < 0; at--)
    if (!isMarked(lines[at] ?? '') && isOurs(lines[at] ?? '')) lastOurs = at;
  if (lastOurs < 0) return null;
  for (let at = 0; at <= lastOurs; at++) {
    const block = headerBlockAt(lines, at);
    if (block) return { start: at, end: Math.max(block.end, lastOurs + 1) };
    const line = lines[at] ?? '';
    const above = isBlank(line) || isOurs(line) ? attributionAbove(lines, at) : null;
    if (above !== null && !lines.slice(at, at + 3).some(isMarked)) return { start: above, end: lastOurs + 1 };
  }
  return null;
};

/**
 * The signature at the end of what was typed: one short paragraph below `-- `, or a phone's own line. What stands below
 * that was typed again.
 */
const signatureOf = (lines: readonly string[], isFolded: readonly boolean[]): Run | null => {
  let end = lines.length;
  while (end > 0 && (isBlank(lines[end - 1]) || isFolded[end - 1])) end -= 1;
  if (isDeviceLine(lines[end - 1] ?? '') && isBlank(lines[end - 2])) return { start: end - 1, end };
  for (let at = end - 1; at >= Math.max(0, end - 9); at--) {
    if (isFolded[at] || isBlank(lines[at])) return null;
    if (isSignatureLine(lines[at] ?? '')) return { start: at, end };
  }
  return null;
};

const joined = (lines: readonly string[]): string =>
  lines
    .filter((line, at) => !(isBlank(line) && isBlank(lines[at - 1])))
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();

/**
 * Parts what somebody wrote in a reply from what their mail program added. A quote is folded only above or below all that
 * was typed, and only where it can be told for one: by the line above it, or by words of ours in it. What stands between
 * quotes stays where it is, with them, and a doubtful line was typed.
 */
export const splitReply = (text: string, ours: OwnText): SplitReply => {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const isOurs = recognizer(ours);
  const isFolded = lines.map(() => false);
  const fold = ({ start, end }: Run): void => void isFolded.fill(true, start, end);

  const unmarked = unmarkedQuote(lines, isOurs);
  if (unmarked) fold(unmarked);
  const runs = markedRuns(lines).filter(({ start }) => !isFolded[start]);
  const quotes = runs.map((run) => ({ start: startOf(lines, run), end: run.end, marked: run.start }));
  const inQuotes = [...isFolded];
  for (const { start, end } of quotes) inQuotes.fill(true, start, end);
  const isTyped = lines.map((line, at) => !inQuotes[at] && !isBlank(line));
  const [first, last] = [isTyped.indexOf(true), isTyped.lastIndexOf(true)];
  // Who answers point by point left the first point where it is, too.
  const hasPoints = quotes.some(({ start, end }) => first < start && end <= last);
  for (const { start, end, marked } of quotes) {
    const isCertain = start < marked || lines.slice(marked, end).some(isOurs);
    if (!isCertain) continue;
    if (first === -1 || start > last || (end <= first && !hasPoints)) fold({ start, end });
    else fold({ start, end: marked });
  }
  const signature = signatureOf(lines, isFolded);
  if (signature && signature.start > first) fold(signature);

  return {
    own: joined(lines.filter((_, at) => !isFolded[at])),
    quoted: joined(lines.filter((_, at) => isFolded[at])),
  };
};
