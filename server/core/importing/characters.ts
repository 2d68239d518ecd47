import { addNote, createNotes, type ImportNotes, nameOf } from './notes.ts';

/** Control characters that no text format may hold as they are. Tabs and line ends may stay. */
const rawControls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
/** Characters that no person's text contains, however it was written. */
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

const countLines = (text: string): number => {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
};

/** Follows which line of a file a part begins in. */
export class LineCounter {
  line = 1;
  /** The line that a place of the part stands in. */
  at(part: string, place: number): number {
    return this.line + countLines(part.slice(0, place));
  }
  pass(part: string): void {
    this.line += countLines(part);
  }
}

/** Leaves out what cannot be read of a text, and notes it. @param rowAt names a place of the text */
export const leaveOutControls = (
  text: string,
  notes: ImportNotes,
  rowAt: (place: number) => string,
  which: RegExp = rawControls,
): string =>
  text.replace(which, (character, place: number) => {
    addNote(notes, 'controls', rowAt(place), `the control character ${nameOf(character)} was left out`);
    return '';
  });

/**
 * A value's text as every engine can store it: what was written as an escape comes in here.
 * @param isOurs from a Foyer: stored as it was, except for what no engine takes
 */
export const storableText = (text: string, row: string, notes: ImportNotes, isOurs = false): string => {
  let kept = isOurs
    ? text.replaceAll('\0', () => {
        addNote(notes, 'controls', row, 'the control character U+0000 was left out');
        return '';
      })
    : leaveOutControls(text, notes, () => row, unreadable);
  if (!kept.isWellFormed()) {
    addNote(notes, 'bytes', row, 'half of a character became �');
    kept = kept.toWellFormed();
  }
  return kept;
};

/** A record with every text in it as it can be stored. What it keeps twice is noted once: `html` is its body's source. */
export const storableRecord = <T>(record: T, row: string, notes: ImportNotes, isOurs: boolean): T => {
  if (typeof record === 'string') return storableText(record, row, notes, isOurs) as T;
  if (Array.isArray(record)) return record.map((item) => storableRecord(item, row, notes, isOurs)) as T;
  if (typeof record !== 'object' || record === null) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]: [string, unknown]) => [
      storableText(key, row, createNotes(), isOurs),
      storableRecord(value, row, key === 'html' ? createNotes() : notes, isOurs),
    ]),
  ) as T;
};
