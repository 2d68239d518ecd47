import { diffLines, diffWordsWithSpace } from 'diff';

/** A run of text that both have, or one. */
export interface Run {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A passage of a comparison: text, or how many lines between are the same. */
export type Passage = { runs: Run[] } | { hidden: number };

/** Lines of what is the same that stand around a change. */
const context = 2;
/** Milliseconds that one comparison may take; two texts that have nothing in common stand one after the other. */
const timeout = 400;

const runsOf = (parts: readonly { added: boolean; removed: boolean; value: string }[]): Run[] =>
  parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));

/** Lines that were replaced by others, word by word. */
const compareWords = (removed: string, added: string): Run[] => {
  const parts = diffWordsWithSpace(removed, added, { timeout });
  return parts
    ? runsOf(parts)
    : [
        { kind: 'removed', text: removed },
        { kind: 'added', text: added },
      ];
};

/** Hides the middle of what is the same. */
const shorten = (text: string, isFirst: boolean, isLast: boolean): Passage[] => {
  const lines = text.split(/(?<=\n)/);
  const before = isFirst ? 0 : context;
  const after = isLast ? 0 : context;
  const hidden = lines.length - before - after;
  if (hidden < 3) return [{ runs: [{ kind: 'same', text }] }];
  const part = (from: number, to: number): Passage[] =>
    from < to ? [{ runs: [{ kind: 'same', text: lines.slice(from, to).join('') }] }] : [];
  return [...part(0, before), { hidden }, ...part(lines.length - after, lines.length)];
};

/** Compares two texts: by lines, and by words where a line was changed. Empty where nothing was. */
export const compareTexts = (before: string, after: string): Passage[] => {
  if (before === after) return [];
  const parts = diffLines(before, after, { timeout });
  if (!parts) return [{ runs: compareWords(before, after) }];
  const runs = runsOf(parts);
  return runs.flatMap((run, place): Passage[] => {
    const previous = runs[place - 1];
    const next = runs[place + 1];
    if (run.kind === 'same') return shorten(run.text, place === 0, place === runs.length - 1);
    if (run.kind === 'removed' && next?.kind === 'added')
      return [{ runs: compareWords(run.text, next.text) }];
    return run.kind === 'added' && previous?.kind === 'removed' ? [] : [{ runs: [run] }];
  });
};
