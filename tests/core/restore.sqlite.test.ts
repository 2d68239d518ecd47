import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putBackup, RestoreRefused } from '../../server/core/db/restore.ts';

let folder: string;
let database: string;
let backup: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-restore-'));
  [database, backup] = [join(folder, 'foyer.sqlite'), join(folder, 'backup.sqlite')];
  make(backup, 'then');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const make = (file: string, word: string): void => {
  const client = new Sqlite(file);
  client.exec('create table schema_migrations (name text); create table words (word text)');
  client.prepare('insert into words values (?)').run(word);
  client.close();
};

const wordIn = (file: string): unknown => {
  const client = new Sqlite(file, { readonly: true });
  try {
    return client.prepare('select word from words').pluck().get();
  } finally {
    client.close();
  }
};

test('a backup is put in place, and what was there is kept beside it', () => {
  make(database, 'now');
  const kept = putBackup(backup, database);
  expect(wordIn(database)).toBe('then');
  expect(wordIn(kept!)).toBe('now');
  expect(wordIn(backup)).toBe('then');
});

test('nothing is put under a server that runs', () => {
  make(database, 'now');
  const running = new Sqlite(database);
  running.pragma('journal_mode = WAL');
  running.prepare('select * from words').all();
  expect(() => putBackup(backup, database)).toThrow(RestoreRefused);
  expect(() => putBackup(backup, database)).toThrow(/in use/);
  expect(running.prepare('select word from words').pluck().get()).toBe('now');
  running.close();
  expect(putBackup(backup, database)).not.toBeNull();
});

test.each([
  ['missing', null],
  ['no database', Buffer.from('words')],
  ['cut off', 'half'],
] as const)('a backup that is %s changes nothing', (_, content) => {
  make(database, 'now');
  const bytes = readFileSync(backup);
  if (content === null) rmSync(backup);
  else writeFileSync(backup, content === 'half' ? bytes.subarray(0, bytes.length / 2) : content);
  expect(() => putBackup(backup, database)).toThrow(RestoreRefused);
  expect(wordIn(database)).toBe('now');
});
