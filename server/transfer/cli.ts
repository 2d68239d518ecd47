import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { askedSite, type Command, complain } from '../core/cli.ts';
import { isSiteKey } from '../core/people/sites/sites.ts';
import { exportSite } from './exportSite.ts';
import { ImportFault, importSite } from './importSite.ts';

const exportCommand: Command = {
  help: `export-site FILE.jsonl [--site KEY]
                                          writes everything of a site into one file: conversations, people,
                                          knowledge, calls, comments, facts, files`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { site: { type: 'string' } },
    });
    const [file] = positionals;
    if (!file) return complain('Name the file to write.');
    if (existsSync(file)) return complain(`${file} is already there. Name a new file.`);
    return shell.withContext(async (ctx) => {
      const site = await askedSite(ctx, values.site);
      if (!site) return 2;
      const { rows, files, missing } = await exportSite(ctx, site, file);
      for (const id of missing) console.error(`missing: the file ${id}`);
      console.log(`${file}: ${rows} rows and ${files} files of ${site.key}. It holds personal data.`);
      return 0;
    });
  },
};

const importCommand: Command = {
  help: `import-site FILE.jsonl [--as KEY]
                                          makes a new site of what export-site wrote; all or nothing`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { as: { type: 'string' } },
    });
    const [file] = positionals;
    if (!file) return complain('Name the file to read.');
    if (!existsSync(file)) return complain(`There’s no file ${file}.`);
    if (values.as !== undefined && !isSiteKey(values.as))
      return complain('Use lower-case letters, digits and hyphens for the key, at most 40.');
    return shell.withContext(async (ctx) => {
      try {
        const { site, rows, files, people } = await importSite(ctx, file, values.as);
        for (const email of people) console.log(`${email} can set a password by email, or be invited.`);
        console.log(`Site ${site} is ready: ${rows} rows and ${files} files.`);
        return 0;
      } catch (error) {
        if (!(error instanceof ImportFault)) throw error;
        console.error(`Nothing was imported: ${error.message}.`);
        return 1;
      }
    });
  },
};

/** A whole site as a file. */
export const transferCommands = { 'export-site': exportCommand, 'import-site': importCommand };
