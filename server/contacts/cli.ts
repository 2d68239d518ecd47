import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { ImportFault, ImportReply } from '../../shared/contacts/importSchema.ts';
import { askedSite, type Command, complain, complainOfEncoding } from '../core/cli.ts';
import { createNotes, type ImportNotes } from '../core/importing/notes.ts';
import { isEncoding, textOfBytes } from '../core/importing/readText.ts';
import { sayImport } from '../core/importing/sayImport.ts';
import { importContacts } from './importing/importContacts.ts';

const reasons: Record<ImportFault, string> = {
  nobody: 'it names neither an email address nor a customer ID',
  not_email: 'it isn’t an email address',
  not_language: 'it isn’t a language tag such as en or pt-BR',
  no_stage: 'the site has no stage of this name',
  not_of_type: 'it isn’t of the attribute’s type',
  too_long: 'it’s too long',
  unreadable: 'it can’t be read',
  repeated: 'a line above is about the same contact',
  erased: 'this person’s data was erased',
  taken: 'the email address and the customer ID belong to two people',
};

const noteRejected = (notes: ImportNotes, { lines, rejected }: ImportReply): void => {
  for (const { line, column, reason } of lines)
    notes.rejected.push({
      row: `line ${line}${column === null ? '' : `, ${column}`}`,
      reason: reasons[reason],
    });
  for (let more = lines.length; more < rejected; more++)
    notes.rejected.push({ row: 'a line further on', reason: 'not listed: there are too many' });
};

const importCommand: Command = {
  help: `import-contacts FILE.csv [--site KEY] [--encoding windows-1252] [--dry-run]
                                          imports contacts from a spreadsheet; safe to run again`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        encoding: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (!file) return complain('Name the file to import.');
    const { encoding, 'dry-run': dryRun } = values;
    if (encoding !== undefined && !isEncoding(encoding)) return complainOfEncoding(encoding);
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      const notes = createNotes();
      const table = await textOfBytes(await readFile(file), { notes, encoding });
      const report = await importContacts(ctx, site, table, { staffId: '', via: 'CSV' }, !dryRun);
      noteRejected(notes, report);
      const { ignored } = report.columns;
      if (ignored.length) console.error(`Columns that say nothing to Foyer: ${ignored.join(', ')}`);
      return sayImport({ ...report, notes }, '', dryRun);
    });
  },
};

/** Contacts as files. */
export const contactCommands = { 'import-contacts': importCommand };
