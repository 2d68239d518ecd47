import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../clock.ts';
import { Failure } from '../../http/failure.ts';
import type { ReadHeader } from '../../http/headers.ts';

/** A body that pauses for longer is given up, and one that takes longer in all, milliseconds. */
const maxPause = 30_000;
const maxUploadTime = 300_000;
/** Free space that the disk must keep, bytes: the database is on it, too. */
const minFreeBytes = 256 * 1024 * 1024;

/** Where an attachment's bytes lie. Ids are random, and spread over folders by their last two digits. */
export const attachmentPath = (dataDirectory: string, siteId: string, id: string): string =>
  join(dataDirectory, 'attachments', siteId, id.slice(-2), id);

export const thumbnailPath = (dataDirectory: string, siteId: string, id: string): string =>
  `${attachmentPath(dataDirectory, siteId, id)}.thumbnail`;

/** A file that is not yet anything: `keep` gives it its place, `drop` removes it. */
export interface Draft {
  file: string;
  thumbnail: string;
  size: number;
  /** SHA-256 of the bytes as they came, hex. */
  hash: string;
  keep(): Promise<void>;
  drop(): Promise<void>;
}

const within = <Value>(work: Promise<Value>, milliseconds: number): Promise<Value> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Failure('timeout', 'The upload took too long.')),
      Math.max(0, milliseconds),
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** Has a file's bytes on disk; a picture was written anew since it came, and not every file has a thumbnail. */
const syncFile = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+').catch((error) => {
    if ((error as { code?: string }).code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Takes a request's body to disk, counting bytes as they come: Content-Length is a claim.
 * @param most bytes
 * @throws Failure `too_large`, `timeout`, `unsupported`, `storage_full`, `invalid` when it broke off
 */
export const receiveFile = async (
  given: { dataDirectory: string; siteId: string; id: string; max: number; clock: Clock },
  request: Request,
  read: ReadHeader,
): Promise<Draft> => {
  const { dataDirectory, siteId, id, max: most, clock } = given;
  const tooLarge = () => new Failure('too_large', `Files can have at most ${most} bytes.`);
  const encoding = read('content-encoding');
  if (encoding && encoding !== 'identity')
    throw new Failure('unsupported', 'Send the file without compression.');
  if (!/^application\/octet-stream\s*(?:;|$)/i.test(read('content-type') ?? ''))
    throw new Failure('unsupported', 'Send application/octet-stream.');
  if (Number(read('content-length') ?? 0) > most) throw tooLarge();
  const place = attachmentPath(dataDirectory, siteId, id);
  const folder = join(dataDirectory, 'attachments', 'incoming');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < minFreeBytes + most)
    throw new Failure('storage_full', 'The disk is almost full. Nothing was saved.', { retryAfter: 600 });

  const file = join(folder, `${id}-${Math.random().toString(36).slice(2)}`);
  const thumbnail = `${file}.thumbnail`;
  const drop = async (): Promise<void> => {
    for (const each of [file, thumbnail, `${file}.fresh`]) await rm(each, { force: true });
  };
  const handle = await open(file, 'wx', 0o600);
  const hash = createHash('sha256');
  let size = 0;
  try {
    const reader = request.body?.getReader();
    const start = clock.monotonic();
    while (reader) {
      const timeLeft = Math.min(maxPause, maxUploadTime - (clock.monotonic() - start));
      const { done, value } = await within(reader.read(), timeLeft).catch((error) => {
        reader.cancel().catch(() => {});
        throw error instanceof Failure ? error : new Failure('invalid', 'The upload was interrupted.');
      });
      if (done) break;
      size += value.byteLength;
      if (size > most) {
        reader.cancel().catch(() => {});
        throw tooLarge();
      }
      hash.update(value);
      await handle.write(value);
    }
    if (size === 0) throw new Failure('invalid', 'The file is empty.', { fields: { file: 'required' } });
  } catch (error) {
    await handle.close();
    await drop();
    const { code } = error as { code?: string };
    if (code === 'ENOSPC')
      throw new Failure('storage_full', 'The disk is full. Nothing was saved.', { retryAfter: 60 });
    throw error;
  }
  await handle.close();
  return {
    file,
    thumbnail,
    size,
    hash: hash.digest('hex'),
    async keep() {
      // Acknowledged means on disk, for files as for rows. What is refused costs the disk nothing.
      for (const each of [file, thumbnail]) await syncFile(each);
      await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
      await rename(thumbnail, `${place}.thumbnail`).catch((error) => {
        if ((error as { code?: string }).code !== 'ENOENT') throw error;
      });
      await rename(file, place);
    },
    drop,
  };
};

/** Removes an attachment's bytes; what is gone already is fine. */
export const removeFiles = async (dataDirectory: string, siteId: string, id: string): Promise<void> => {
  await rm(attachmentPath(dataDirectory, siteId, id), { force: true });
  await rm(thumbnailPath(dataDirectory, siteId, id), { force: true });
};
