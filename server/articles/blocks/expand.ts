import { blockReference } from '../../../shared/articles/blockSchema.ts';

/*
 * References to blocks in the Markdown of an article. They are replaced in the source, so that pages, twins, previews and the
 * index all read the same; in code, and behind a backslash, a reference is only words.
 */

/** UTF-16 code units that an article may become at the most with its blocks. */
export const longestExpanded = 250_000;

/** An escaped character, a span of code as long as its ticks say, or a reference. */
const parts = new RegExp(`\\\\[\\s\\S]|(?<!\`)(\`+)(?!\`)[\\s\\S]*?[^\`]\\1(?!\`)|${blockReference}`, 'gu');
/** The beginning of a line that belongs to quotes and lists around it. */
const around = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*/;
const marker = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;

/** A piece of a text: code in a fence or by indentation, or what may hold references. */
interface Piece {
  isCode: boolean;
  lines: string[];
}

/** The mark of a fence that a line opens. */
const fenceOf = (line: string): string | undefined =>
  /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line.replace(around, ''))?.[0];

/** Parts a text into code and the rest. @returns with the mark of a fence that nothing closes */
const piecesOf = (source: string): { pieces: Piece[]; unclosed: string | null } => {
  const pieces: Piece[] = [];
  let fence: string | null = null;
  let inList = false;
  let before = '';
  const add = (isCode: boolean, line: string): void => {
    const last = pieces.at(-1);
    // An empty line ends a paragraph, and with it every span of code.
    if (last?.isCode === isCode && (isCode || (line.trim() !== '') === (before.trim() !== '')))
      last.lines.push(line);
    else pieces.push({ isCode, lines: [line] });
  };
  for (const line of source.split('\n')) {
    if (fence !== null) {
      add(true, line);
      const end = line.replace(around, '').trim();
      if (end.length >= fence.length && end === (fence[0] ?? '').repeat(end.length)) fence = null;
    } else {
      const opened = fenceOf(line);
      const isIndented = /^(?: {4}|\t)/.test(line);
      if (marker.test(line)) inList = true;
      else if (line.trim() !== '' && !/^[ \t]/.test(line) && before.trim() === '') inList = false;
      const isBehindCode = pieces.at(-1)?.isCode === true || before.trim() === '';
      add(opened !== undefined || (isIndented && !inList && isBehindCode), line);
      if (opened !== undefined) fence = opened;
    }
    before = line;
  }
  return { pieces, unclosed: fence };
};

/** A block as it stands at a place: alone on its line it is a block of its own, among words it is one line of them. */
const inserted = (block: string, text: string, from: number, to: number): string => {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  const before = text.slice(lineStart, from);
  const rest = text.slice(to, lineEnd < 0 ? undefined : lineEnd);
  const prefix = around.exec(before)?.[0] ?? '';
  if (prefix !== before || rest.trim() !== '') return block.replace(/\s*\n\s*/g, ' ');
  // Lines that follow stay in the list or quote that the first one is in.
  const next = prefix.replace(/[^>\t]/g, ' ');
  const lines = block
    .split('\n')
    .map((line, place) => (place && line ? next + line : place ? next.trimEnd() : line));
  const empty = next.trimEnd();
  const isFirst = lineStart === 0 || marker.test(before);
  return `${isFirst ? '' : `\n${next}`}${lines.join('\n')}${lineEnd < 0 ? '' : `\n${empty}`}`;
};

const eachReference = (
  text: string,
  replace: (name: string, from: number, to: number) => string | undefined,
): string =>
  text.replace(parts, (whole: string, _ticks: string | undefined, name: string | undefined, at: number) =>
    name === undefined ? whole : (replace(name, at, at + whole.length) ?? whole),
  );

/** A block's text by itself: no empty lines around it, and no fence that would swallow what comes after it. */
const wholeOf = (block: string): string => {
  const trimmed = block.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  const { unclosed } = piecesOf(trimmed);
  return unclosed === null ? trimmed : `${trimmed}\n${unclosed}`;
};

/**
 * An article's source with the texts of its blocks. A name that there is no block of stays as it is written.
 * @throws RangeError when it becomes longer than {@link longestExpanded}
 */
export const expandBlocks = (source: string, textOf: (name: string) => string | undefined): string => {
  let left = longestExpanded - source.length;
  return piecesOf(source)
    .pieces.map(({ isCode, lines }) => {
      const text = lines.join('\n');
      return isCode
        ? text
        : eachReference(text, (name, from, to) => {
            const block = textOf(name);
            if (block === undefined) return undefined;
            const own = inserted(wholeOf(block), text, from, to);
            left -= own.length;
            if (left < 0) throw new RangeError('the article is too long with its blocks');
            return own;
          });
    })
    .join('\n');
};

/** The names of the blocks that a text refers to, each once. */
export const referencesIn = (source: string): string[] => {
  const names = new Set<string>();
  for (const { isCode, lines } of piecesOf(source).pieces)
    if (!isCode) eachReference(lines.join('\n'), (name) => void names.add(name));
  return [...names];
};
