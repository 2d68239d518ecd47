import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, complain } from '../../cli.ts';
import { putBeside } from '../../db/backupFolder.ts';
import { putBackup, RestoreRefused } from '../../db/restore.ts';
import { replayErasures } from './replay.ts';
import { erasuresFile } from './tombstones.ts';

/** Puts a backup in place, and erases again whoever was erased since it was made. */
export const restoreCommand: Command = {
  help: `restore [FILE|FOLDER]             put a backup in place and erase again whoever was
                                          erased since; the server must be stopped. PostgreSQL: restore it
                                          yourself first, then run this without FILE`,
  async run(shell, [file]) {
    const config = shell.config();
    if (config.databaseUrl ? file !== undefined : file === undefined)
      return complain(
        config.databaseUrl
          ? 'Restore PostgreSQL with pg_restore, then run this without a file.'
          : 'Name the backup to restore.',
      );
    if (file !== undefined) {
      mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
      try {
        const isFolder = existsSync(file) && statSync(file).isDirectory();
        const database = isFolder ? join(file, 'foyer.sqlite') : file;
        const kept = putBackup(database, join(config.dataDirectory, 'foyer.sqlite'));
        if (isFolder) await putBeside(file, config.dataDirectory);
        if (kept !== null)
          console.log(`The database that was there is now ${kept}. Delete it when you’re sure.`);
      } catch (error) {
        if (error instanceof RestoreRefused) return complain(`${error.message} Nothing was changed.`);
        throw error;
      }
    }
    const list = erasuresFile(config.dataDirectory);
    if (!existsSync(list))
      console.log(
        `There’s no ${list}. If anybody was erased, DATA_DIR isn’t the server’s: set it, and run this again.`,
      );
    return shell.withContext(async (ctx) => {
      const people = await replayErasures(ctx);
      console.log(`Restored. People erased again: ${people}.`);
      return 0;
    });
  },
};
