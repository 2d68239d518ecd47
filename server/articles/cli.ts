import { mkdir, readdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { askedSite, type Command, complain } from '../core/cli.ts';
import { sayImport } from '../core/importing/sayImport.ts';
import { exportArticles } from './exchange/export.ts';
import { articleSources } from './exchange/sources/sources.ts';
import { importArticles } from './exchange/import.ts';

const exportCommand: Command = {
  help: `export-articles FOLDER [--site KEY]
                                          writes all articles as Markdown files with their pictures`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' } },
    });
    const [folder] = positionals;
    if (!folder) return complain('Name the folder to write to.');
    await mkdir(folder, { recursive: true });
    if ((await readdir(folder)).length > 0) return complain(`${folder} isn’t empty. Name a new folder.`);
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      const { articles, blocks, files, pictures, missing } = await exportArticles(ctx, site, folder);
      for (const id of missing) console.error(`missing: the file of picture ${id}`);
      console.log(
        `${folder}: ${articles} articles in ${files} files, with ${pictures} pictures and ${blocks} blocks.`,
      );
      return 0;
    });
  },
};

const importCommand: Command = {
  help: `import-articles FOLDER [--from zendesk|helpscout] [--site KEY] [--publish] [--dry-run]
                                          imports Markdown files, or another system's export, as articles;
                                          safe to run again`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        from: { type: 'string', default: 'markdown' },
        publish: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [folder] = positionals;
    if (!folder) return complain('Name the folder of Markdown files.');
    const from = articleSources.find((name) => name === values.from);
    if (!from) return complain(`--from is one of ${articleSources.join(', ')}.`);
    const { publish, 'dry-run': dryRun } = values;
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      const report = await importArticles(ctx, site, folder, { publish, dryRun, from });
      return sayImport(report, `, ${report.pictures} pictures`, dryRun);
    });
  },
};

/** Articles as files. */
export const articleCommands = { 'export-articles': exportCommand, 'import-articles': importCommand };
