import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Command, complain, findSite, onlySiteKey } from '../core/cli.ts';
import { bakeComments } from './bake.ts';
import { type ExportFormat, exportComments, exportFormats } from './export/export.tsx';
import { importComments } from './import/import.ts';
import { type Format, formats } from './import/read.ts';

const importCommand: Command = {
  help: `import-comments FILE [--site KEY] [--format disqus|wxr|isso|isso-database|remark42|commento|artalk|csv|foyer]
                        [--base https://www.example.com] [--dry-run]
                                          comments of another system, or of ours; again changes nothing`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        format: { type: 'string' },
        base: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (!file) return complain('Give the file to import.');
    const { format, base } = values;
    if (format !== undefined && !(formats as readonly string[]).includes(format))
      return complain(`The format is one of ${formats.join(', ')}.`);
    if (base !== undefined && !URL.canParse(base)) return complain(`${base} is no address.`);
    return shell.withContext(async (ctx) => {
      const site = await findSite(ctx, values.site ?? (await onlySiteKey(ctx)));
      if (!site) return 2;
      const report = await importComments(ctx, site, file, {
        format: format as Format | undefined,
        base,
        dryRun: values['dry-run'],
      });
      for (const { row, reason } of report.rejected) console.error(`rejected ${row}: ${reason}`);
      const { states } = report;
      console.log(
        `${report.format}: ${report.pages} pages; ${states.approved} approved, ${states.pending} pending, ${states.spam} spam, ${states.deleted} deleted`,
      );
      const mode = values['dry-run'] ? ' (dry run: nothing was written)' : '';
      console.log(
        `${report.added} added, ${report.unchanged} unchanged, ${report.rejected.length} rejected${mode}`,
      );
      if (report.pictures || report.followers)
        console.log(`${report.pictures} pictures and ${report.followers} followers added${mode}`);
      return report.rejected.length && report.added + report.unchanged === 0 ? 1 : 0;
    });
  },
};

const exportCommand: Command = {
  help: `export-comments FILE [--site KEY] [--format foyer|wxr|disqus]
                                          all comments of a site; foyer is lines of JSON`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' }, format: { type: 'string', default: 'foyer' } },
    });
    const [file] = positionals;
    if (!file) return complain('Give the file to write.');
    const { format } = values;
    if (!(exportFormats as readonly string[]).includes(format))
      return complain(`The format is one of ${exportFormats.join(', ')}.`);
    return shell.withContext(async (ctx) => {
      const site = await findSite(ctx, values.site ?? (await onlySiteKey(ctx)));
      if (!site) return 2;
      const handle = await open(file, 'w', 0o600);
      try {
        const { pages, comments, pictures, missing } = await exportComments(
          ctx,
          site,
          format as ExportFormat,
          async (text) => {
            await handle.write(text);
          },
        );
        await handle.sync();
        for (const id of missing) console.error(`missing: the bytes of the picture ${id}`);
        console.log(`${file}: ${comments} comments of ${pages} pages, with ${pictures} pictures.`);
      } finally {
        await handle.close();
      }
      return 0;
    });
  },
};

const bakeCommand: Command = {
  help: `bake-comments FOLDER [--site KEY] [--base https://www.example.com]
                                          puts each page's comments into its <foyer-comments> in a built site`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' }, base: { type: 'string' } },
    });
    const [folder] = positionals;
    if (!folder) return complain('Give the folder of the built site.');
    return shell.withContext(async (ctx) => {
      const site = await findSite(ctx, values.site ?? (await onlySiteKey(ctx)));
      if (!site) return 2;
      const base = values.base ?? site.origins[0];
      if (!base || !URL.canParse(base)) return complain('Say with --base where the site is.');
      const { baked, unchanged } = await bakeComments(ctx, site, folder, base);
      console.log(`${baked} pages baked, ${unchanged} as they were.`);
      return 0;
    });
  },
};

export const commentCommands = {
  'import-comments': importCommand,
  'export-comments': exportCommand,
  'bake-comments': bakeCommand,
};
