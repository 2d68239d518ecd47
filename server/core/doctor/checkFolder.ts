import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSecret } from '../people/secrets.ts';
import { bad, type Check, type Finding, good, warning } from './finding.ts';

const gigabyte = 1024 ** 3;
/** Uploads are refused below this much free space; a gigabyte is soon full, bytes. */
const [leastFree, littleFree] = [256 * 1024 ** 2, gigabyte];
/** A disk that takes longer to keep something makes everybody wait, milliseconds. */
const slowSync = 20;
const syncs = 20;

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '');

const inGigabytes = (bytes: number): string => `${(bytes / gigabyte).toFixed(1)} GB`;

/** Writes and syncs small files, as each commit does. @returns the median time, milliseconds */
const measureSync = async (folder: string): Promise<number> => {
  const file = join(folder, `.doctor-${randomUUID()}`);
  const handle = await open(file, 'w', 0o600);
  try {
    const times: number[] = [];
    for (let turn = 0; turn < syncs; turn++) {
      const start = performance.now();
      await handle.write('x');
      await handle.sync();
      times.push(performance.now() - start);
    }
    return times.sort((one, other) => one - other)[syncs >> 1] ?? 0;
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
};

/** The data folder: that it's there, ours, and that what is written stays. */
export const checkFolder: Check = async ({ config: { dataDirectory: folder } }) => {
  const about = 'Data folder';
  try {
    const { mode } = await stat(folder);
    const median = await measureSync(folder);
    const findings: Finding[] = [
      median > slowSync
        ? warning(
            'Disk speed',
            `Keeping a write takes ${median.toFixed(0)} ms.`,
            'Put the data folder on a faster disk: every message waits for it.',
          )
        : good('Disk speed', `Keeping a write takes ${median.toFixed(1)} ms.`),
    ];
    return [
      mode & 0o007
        ? warning(about, `Every account on this machine can look into ${folder}.`, `Run: chmod 700 ${folder}`)
        : good(about, `${folder} can be written to.`),
      ...findings,
    ];
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? [
          warning(
            about,
            `${folder} doesn’t exist yet.`,
            'It’s made at the first start. If you have started before, DATA_DIR is another one.',
          ),
        ]
      : [
          bad(
            about,
            `${folder} can’t be written to (${codeOf(error)}).`,
            'Give it to the account that runs Foyer: chown -R USER, then chmod 700.',
          ),
        ];
  }
};

/** Free space on the data folder's disk. */
export const checkSpace: Check = async ({ config, space }) => {
  const about = 'Disk space';
  try {
    const { free, whole } = await space(config.dataDirectory);
    const said = `${inGigabytes(free)} of ${inGigabytes(whole)} are free.`;
    if (free < leastFree)
      return [bad(about, said, 'Make room now: files are refused already, messages are next.')];
    return [free < littleFree ? warning(about, said, 'Make room soon.') : good(about, said)];
  } catch (error) {
    // A folder that isn't there yet is said already.
    return codeOf(error) === 'ENOENT'
      ? []
      : [warning(about, `It can’t be told (${codeOf(error)}).`, 'Look at it yourself: df -h.')];
  }
};

/** The secret that signs links and cookies. */
export const checkSecrets: Check = async ({ config: { dataDirectory: folder, databaseUrl } }) => {
  const about = 'Secrets';
  const file = join(folder, 'secrets.json');
  try {
    const { signing } = JSON.parse(await readFile(file, 'utf8')) as { signing?: unknown };
    if (typeof signing !== 'string' || !isSecret(signing)) throw new SyntaxError('no secret');
    const { mode } = await stat(file);
    return [
      mode & 0o077
        ? warning(about, `Others can read ${file}.`, `Run: chmod 600 ${file}`)
        : good(about, 'secrets.json is there, and yours alone.'),
    ];
  } catch (error) {
    if (codeOf(error) === 'ENOENT')
      return existsSync(join(folder, 'foyer.sqlite'))
        ? [
            bad(
              about,
              `${file} is missing, and there is a database.`,
              'Restore it from your backup before you start: a new one ends every link in emails and every remembered device.',
            ),
          ]
        : databaseUrl
          ? [
              warning(
                about,
                `${file} doesn’t exist yet.`,
                'It’s made at the first start. Where this database was used before, restore it from your backup instead.',
              ),
            ]
          : [good(about, 'They’re made at the first start.')];
    return [bad(about, `${file} can’t be used.`, 'Restore it from your backup.')];
  }
};
