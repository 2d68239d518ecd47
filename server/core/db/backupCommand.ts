import { parseArgs } from 'node:util';
import type { Context } from '../../context.ts';
import { type Command, complain } from '../cli.ts';
import { backUpSqlite } from './backup.ts';
import { backUpAll } from './backupFolder.ts';

const saveFile = async (ctx: Context, file: string): Promise<number> => {
  if (ctx.database.dialect !== 'sqlite') return complain('Back up PostgreSQL with pg_dump.');
  const size = await backUpSqlite(ctx.database, file);
  console.log(`Saved and checked ${file}: ${size} bytes.`);
  return 0;
};

/** Saves a running installation: its database alone, or everything. */
export const backupCommand: Command = {
  help: `backup FILE                       copy the SQLite database safely while it’s in use
  foyer backup --into FOLDER [--keep 7] [--without-files] [--without-secrets]
                                          save database, files and secrets into a folder of their own, check them,
                                          and delete the oldest`,
  async run(shell, args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        keep: { type: 'string' },
        'without-files': { type: 'boolean', default: false },
        'without-secrets': { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    const { into, keep } = values;
    if (file !== undefined && into === undefined) return shell.withContext((ctx) => saveFile(ctx, file));
    if (into === undefined) return complain('Name the file to write, or a folder with --into.');
    if (keep !== undefined && !/^[1-9]\d{0,3}$/.test(keep))
      return complain('--keep is how many backups stay: 7, say.');
    return shell.withContext(async (ctx) => {
      const around = {
        database: ctx.database,
        dataDirectory: ctx.config.dataDirectory,
        now: ctx.clock.now(),
      };
      const made = await backUpAll(around, into, {
        keep: keep === undefined ? undefined : Number(keep),
        files: !values['without-files'],
        secrets: !values['without-secrets'],
      });
      for (const id of made.missing) console.error(`missing: the file ${id}`);
      if (ctx.database.dialect !== 'sqlite') console.log('Save the database itself with pg_dump.');
      const removed = made.removed.length ? ` Deleted: ${made.removed.join(', ')}.` : '';
      console.log(`Saved and checked ${made.folder}: ${made.bytes} bytes and ${made.files} files.${removed}`);
      return made.missing.length ? 1 : 0;
    });
  },
};
