import { describeNotes, type ImportNotes } from './notes.ts';

/** The outcome of an import, counted. */
export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
  notes: ImportNotes;
}

/**
 * Prints what an import did: refusals and repairs with their places, then the counts.
 * @param more said behind the counts
 * @returns the command's exit code: 1 when everything was refused
 */
export const sayImport = (
  { added, changed, unchanged, notes }: ImportCounts,
  more: string,
  dryRun: boolean,
): number => {
  const { rejected } = notes;
  for (const { row, reason } of rejected) console.error(`rejected ${row}: ${reason}`);
  for (const line of describeNotes(notes)) console.error(line);
  const mode = dryRun ? ' (dry run: nothing was saved)' : '';
  console.log(
    `${added} added, ${changed} changed, ${unchanged} unchanged, ${rejected.length} rejected${more}${mode}`,
  );
  return rejected.length > 0 && added + changed + unchanged === 0 ? 1 : 0;
};
