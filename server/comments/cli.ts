import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { askedSite, type Command, complain, complainOfEncoding } from '../core/cli.ts';
import { bakeComments } from './bake.ts';
import { type ExportFormat, exportComments, exportFormats } from './export/export.tsx';
import { isZone } from '../../shared/core/people/zones.ts';
import { describeNotes } from '../core/importing/notes.ts';
import { isEncoding } from '../core/importing/readText.ts';
import { importComments } from './import/import.ts';
import { type Format, formats } from './import/read.ts';
import { type PageKey, pageKeys } from './import/record.ts';

const importCommand: Command = {
  help: `import-comments FILE [--site KEY] [--format disqus|wxr|isso|isso-database|remark42|commento|artalk|csv|foyer]
                        [--base https://www.example.com] [--encoding windows-1252] [--zone Europe/Berlin]
                        [--page-key url|identifier] [--dry-run]
                                          imports comments from another system or from Foyer; safe to run again`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        format: { type: 'string' },
        base: { type: 'string' },
        encoding: { type: 'string' },
        zone: { type: 'string' },
        'page-key': { type: 'string', default: 'url' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    if (!file) return complain('Name the file to import.');
    const { format, base, encoding, zone, 'page-key': pageKey } = values;
    if (format !== undefined && !(formats as readonly string[]).includes(format))
      return complain(`Use one of these formats: ${formats.join(', ')}.`);
    if (base !== undefined && !URL.canParse(base)) return complain(`${base} isn’t a URL.`);
    if (encoding !== undefined && !isEncoding(encoding)) return complainOfEncoding(encoding);
    if (zone !== undefined && !isZone(zone))
      return complain(`${zone} isn’t a time zone we know. Examples: UTC, Europe/Berlin.`);
    if (!(pageKeys as readonly string[]).includes(pageKey))
      return complain(`Use one of these page keys: ${pageKeys.join(', ')}.`);
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      const report = await importComments(ctx, site, file, {
        format: format as Format | undefined,
        base,
        encoding,
        zone,
        pageKey: pageKey as PageKey,
        dryRun: values['dry-run'],
      });
      for (const { row, reason } of report.rejected) console.error(`rejected ${row}: ${reason}`);
      for (const line of describeNotes(report.notes)) console.error(line);
      const { states } = report;
      console.log(
        `${report.format}: ${report.pages} pages; ${states.approved} approved, ${states.pending} pending, ${states.spam} spam, ${states.deleted} deleted`,
      );
      const mode = values['dry-run'] ? ' (dry run: nothing was saved)' : '';
      console.log(
        `${report.added} added, ${report.changed} changed, ${report.unchanged} unchanged, ${report.rejected.length} rejected${mode}`,
      );
      if (report.pictures || report.followers)
        console.log(`${report.pictures} pictures and ${report.followers} followers added${mode}`);
      return report.rejected.length && report.added + report.changed + report.unchanged === 0 ? 1 : 0;
    });
  },
};

const exportCommand: Command = {
  help: `export-comments FILE [--site KEY] [--format foyer|wxr|disqus]
                                          exports all comments of a site; foyer is one JSON object per line`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' }, format: { type: 'string', default: 'foyer' } },
    });
    const [file] = positionals;
    if (!file) return complain('Name the file to write.');
    const { format } = values;
    if (!(exportFormats as readonly string[]).includes(format))
      return complain(`Use one of these formats: ${exportFormats.join(', ')}.`);
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
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
        for (const id of missing) console.error(`missing: the file of picture ${id}`);
        console.log(`${file}: ${comments} comments on ${pages} pages, with ${pictures} pictures.`);
      } finally {
        await handle.close();
      }
      return 0;
    });
  },
};

const bakeCommand: Command = {
  help: `bake-comments FOLDER [--site KEY] [--base https://www.example.com]
                                          writes each page’s comments into its <foyer-comments> in a built site`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' }, base: { type: 'string' } },
    });
    const [folder] = positionals;
    if (!folder) return complain('Name the folder of the built site.');
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      const base = values.base ?? site.origins[0];
      if (!base || !URL.canParse(base)) return complain('Add --base with the site’s address.');
      const { baked, unchanged } = await bakeComments(ctx, site, folder, base);
      console.log(`${baked} pages updated, ${unchanged} unchanged.`);
      return 0;
    });
  },
};

export const commentCommands = {
  'import-comments': importCommand,
  'export-comments': exportCommand,
  'bake-comments': bakeCommand,
};
