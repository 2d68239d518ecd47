import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backUpAll, putBeside } from '../../server/core/db/backupFolder.ts';
import { putBackup } from '../../server/core/db/restore.ts';
import { attachmentPath } from '../../server/core/content/attachments/store.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import { newId, newSecret, question, startTestServer, type TestServer } from '../helpers/server.ts';

let server: TestServer;
let data: string;
let into: string;
beforeEach(async () => {
  server = await startTestServer();
  data = server.ctx.config.dataDirectory;
  into = join(mkdtempSync(join(tmpdir(), 'foyer-backups-')), 'backups');
  writeFileSync(join(data, 'secrets.json'), '{"signing":"s"}');
  writeFileSync(join(data, 'erasures.jsonl'), 'before\n');
});
afterEach(async () => {
  await server.close();
  rmSync(dirname(into), { recursive: true, force: true });
});

const addFile = async (bytes = 'bytes'): Promise<string> => {
  const id = newId();
  const file = attachmentPath(data, server.site.id, id);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return id;
};
const save = (more: Partial<Parameters<typeof backUpAll>[2]> = {}) => {
  server.clock.pass(60_000);
  const around = { database: server.ctx.database, dataDirectory: data, now: server.clock.now() };
  return backUpAll(around, into, { files: true, secrets: true, ...more });
};

test('a backup has everything, is private, and brings a machine that has nothing back', async () => {
  await server.call(postQuestion, { secret: newSecret(), body: question({ title: 'Kept for good?' }) });
  const id = await addFile();
  const made = await save();
  expect(made).toMatchObject({ files: 1, missing: [], removed: [] });
  expect(statSync(made.folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(made.folder).sort()).toEqual([
    'attachments',
    'erasures.jsonl',
    'foyer.sqlite',
    'secrets.json',
  ]);

  const fresh = join(dirname(into), 'fresh');
  mkdirSync(fresh);
  putBackup(join(made.folder, 'foyer.sqlite'), join(fresh, 'foyer.sqlite'));
  await putBeside(made.folder, fresh);
  expect(readFileSync(join(fresh, 'foyer.sqlite')).includes('Kept for good?')).toBe(true);
  expect(readFileSync(attachmentPath(fresh, server.site.id, id), 'utf8')).toBe('bytes');
  expect(readFileSync(join(fresh, 'secrets.json'), 'utf8')).toBe('{"signing":"s"}');
});

test('what is there already is newer: no secret is replaced, and who was erased since stays erased', async () => {
  const { folder } = await save();
  writeFileSync(join(data, 'secrets.json'), '{"signing":"newer"}');
  writeFileSync(join(data, 'erasures.jsonl'), 'before\nsince\n');
  await putBeside(folder, data);
  expect(readFileSync(join(data, 'secrets.json'), 'utf8')).toBe('{"signing":"newer"}');
  expect(readFileSync(join(data, 'erasures.jsonl'), 'utf8')).toBe('before\nsince\n');
});

test('the oldest go, files that stay take no more room, and what was broken off is no backup', async () => {
  const id = await addFile();
  const first = await save();
  mkdirSync(join(into, 'foyer-2026-01-01T00-00-00.part'));
  mkdirSync(join(into, 'something else'));
  const second = await save({ keep: 2 });
  const third = await save({ keep: 2 });
  expect(third.removed).toEqual([first.folder.split('/').at(-1)]);
  expect(existsSync(first.folder)).toBe(false);
  const inode = (folder: string): number =>
    statSync(join(folder, 'attachments', server.site.id, id.slice(-2), id)).ino;
  expect(inode(third.folder)).toBe(inode(second.folder));
  expect(existsSync(join(into, 'something else'))).toBe(true);
});

test('files and secrets are left out where that is wanted, and one that is nowhere is named', async () => {
  const bare = await save({ files: false, secrets: false });
  expect(readdirSync(bare.folder).sort()).toEqual(['erasures.jsonl', 'foyer.sqlite']);
  const id = newId();
  await server.ctx.database.raw(
    `insert into attachments (site_id, id, sender_kind, sender_id, name, type, size, hash, created_at)
     values (?, ?, 'staff', 's', 'a.txt', 'text/plain', 1, 'h', 0) returning id`,
    [server.site.id, id],
  );
  expect((await save()).missing).toEqual([id]);
});
