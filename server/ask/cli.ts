import { createSite } from '../core/people/sites/writes.ts';
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { newId } from '../../shared/core/ids.ts';
import { askedSite, type Command, complain, complainOfEncoding, findSite, onlySiteKey } from '../core/cli.ts';
import { sayImport } from '../core/importing/sayImport.ts';
import { isEncoding } from '../core/importing/readText.ts';
import { isSiteKey } from '../core/people/sites/sites.ts';
import { exportQuestions } from './exchange/export.ts';
import { importQuestions } from './exchange/import.ts';
import { importFaq } from './importFaq.ts';

const importCommand: Command = {
  help: `import-faq PATH [--site KEY [--create]] [--language en] [--encoding windows-1252] [--dry-run]
                                          imports a JSON file, a CSV file, or a folder of Markdown files into the only site,
                                          the one you name, or with --create a new one`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        create: { type: 'boolean', default: false },
        language: { type: 'string' },
        encoding: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [path] = positionals;
    if (!path) return complain('Name the file or folder to import.');
    const { encoding } = values;
    if (encoding !== undefined && !isEncoding(encoding)) return complainOfEncoding(encoding);
    return shell.withContext(async (ctx) => {
      const key = values.site ?? (await onlySiteKey(ctx));
      const settings = { languages: [values.language ?? 'en'] };
      const { site: name = '' } = values;
      const makes = values.create && isSiteKey(name) && !(await ctx.sites.byKey(name));
      if (makes && !values['dry-run']) await createSite(ctx, { key: name, name, origins: [], settings });
      // A site that would be made holds nothing yet.
      const site =
        makes && values['dry-run']
          ? { id: newId(), settings: { ...ctx.settings.defaults(), ...settings } }
          : await findSite(ctx, key);
      if (!site) return 2;
      const report = await importFaq(ctx, site, path, {
        language: values.language,
        encoding,
        dryRun: values['dry-run'],
      });
      return sayImport(report, '', values['dry-run']);
    });
  },
};

const exportQuestionsCommand: Command = {
  help: `export-questions FILE [--site KEY]
                                          writes all public questions with answers, votes, dates and redirects`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' } },
    });
    const [file] = positionals;
    if (!file) return complain('Name the file to write.');
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      const handle = await open(file, 'w', 0o600);
      try {
        const { questions, answers } = await exportQuestions(ctx, site, async (text) => {
          await handle.write(text);
        });
        await handle.sync();
        console.log(`${file}: ${questions} questions with ${answers} answers.`);
      } finally {
        await handle.close();
      }
      return 0;
    });
  },
};

const importQuestionsCommand: Command = {
  help: `import-questions FILE [--site KEY] [--encoding windows-1252] [--dry-run]
                                          imports questions with answers, votes, dates and redirects; safe to run again`,
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
      const report = await importQuestions(ctx, site, file, { encoding, dryRun });
      return sayImport(report, `; ${report.answers} answers`, dryRun);
    });
  },
};

export const askCommands = {
  'import-faq': importCommand,
  'export-questions': exportQuestionsCommand,
  'import-questions': importQuestionsCommand,
};
