import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { backUpSqlite } from '../../server/core/db/backup.ts';
import { type Database, decisive, StorageError } from '../../server/core/db/database.ts';
import { migrate, MigrationError, readMigrations } from '../../server/core/db/migrate.ts';
import { openSqlite } from '../../server/core/db/sqlite.ts';
import { events, logs } from '../../server/core/events/tables.ts';
import { sites } from '../../server/core/people/sites/tables.ts';
import { defaultSettings } from '../../shared/siteSettings.ts';
import { createContext } from '../../server/create.ts';
import { createLogger } from '../../server/log.ts';
import { systemClock } from '../../server/core/clock.ts';
import { testClock } from '../helpers/clock.ts';

const migrations = readMigrations(
  fileURLToPath(new URL('../../server/migrations', import.meta.url)),
  'sqlite',
);
let folder: string;
let file: string;
let database: ReturnType<typeof openSqlite>;

const addSite = (target: Database, id: string) =>
  target.write((tx) => [
    tx
      .insert(sites)
      .values({ id, key: id, name: id, secret: 's', origins: [], settings: defaultSettings(), createdAt: 0 }),
    tx.insert(logs).values({ siteId: id, head: 0, oldest: 1 }),
  ]);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-db-'));
  file = join(folder, 'foyer.sqlite');
  database = openSqlite(file, systemClock);
  await migrate(database, migrations, async () => {});
  await addSite(database, 'a');
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const note = (subject: string, target: Database = database) =>
  target.commit({ site: 'a', events: [{ kind: 'test', subject }], write: () => [] });

describe('commits', () => {
  test('the file is set up so that acknowledged means on disk', () => {
    expect(database.client.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.client.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.client.pragma('secure_delete', { simple: true })).toBe(1);
  });

  test('that arrive together share one transaction, and each gets its own place', async () => {
    const before = database.client.pragma('data_version', { simple: true });
    const outcomes = await Promise.all(Array.from({ length: 50 }, (_, index) => note(String(index))));
    expect(outcomes.map((outcome) => outcome.seq)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect(database.client.pragma('data_version', { simple: true })).toBe(before);
  });

  test('of several sites in one transaction go on where each site’s log was, then and later', async () => {
    await addSite(database, 'b');
    const noteOf = (site: string) => database.commit({ site, events: [{ kind: 'test' }], write: () => [] });
    const of = (...of: string[]) => Promise.all(of.map(async (site) => (await noteOf(site)).seq));
    expect(await of('a', 'b', 'a', 'a', 'b')).toEqual([1, 1, 2, 3, 2]);
    expect(await of('b', 'a')).toEqual([3, 4]);
    // What another process appended meanwhile counts.
    const other = openSqlite(file, systemClock);
    expect((await note('other', other)).seq).toBe(5);
    await other.close();
    expect(await of('a', 'b')).toEqual([6, 4]);
    expect(await database.read.select({ site: logs.siteId, head: logs.head }).from(logs)).toEqual([
      { site: 'a', head: 6 },
      { site: 'b', head: 4 },
    ]);
  });

  test('on a slow disk are gathered, and a stop waits for those that are gathering', async () => {
    // Every look at this clock is three milliseconds later: each sync seems to take them.
    let now = 0;
    const slow = openSqlite(file, { ...systemClock, monotonic: () => (now += 3) });
    await Promise.all([note('1', slow), note('2', slow)]);
    const late = Promise.all([note('3', slow), note('4', slow)]);
    await slow.close();
    expect((await late).map((outcome) => outcome.seq)).toEqual([3, 4]);
    expect(await database.read.select().from(events)).toHaveLength(4);
  });

  test('one that fails takes only itself down, and leaves no gap in the log', async () => {
    const results = await Promise.allSettled([
      note('1'),
      database.commit({
        site: 'a',
        events: [{ kind: 'test', subject: 'bad' }],
        write: (tx) => [
          tx.insert(sites).values({
            id: 'a',
            key: 'again',
            name: '',
            secret: '',
            origins: [],
            settings: defaultSettings(),
            createdAt: 0,
          }),
        ],
      }),
      note('2'),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const rows = await database.read.select().from(events).where(eq(events.siteId, 'a'));
    expect(rows.map((row) => [row.seq, row.subjectId])).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
  });

  test('whose decisive statement changes nothing write nothing', async () => {
    const outcome = await database.commit({
      site: 'a',
      events: [{ kind: 'test' }],
      write: (tx) => [decisive(tx.update(logs).set({ oldest: 5 }).where(eq(logs.siteId, 'nobody')))],
    });
    expect(outcome).toEqual({ applied: false, seq: 0 });
    expect(await database.read.select().from(events)).toEqual([]);
  });

  test('wait for another process’s lock without holding the event loop, and are refused after five seconds', async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const counter = setInterval(() => turns++, 20);
    const waiting = note('patient');
    await vi.waitFor(() => expect(turns).toBeGreaterThan(5), 60_000);
    other.exec('COMMIT');
    expect((await waiting).applied).toBe(true);

    const clock = testClock();
    const impatient = openSqlite(file, clock);
    other.exec('BEGIN IMMEDIATE');
    const refused = note('refused', impatient).catch((error: unknown) => error);
    let isOver = false;
    void refused.then(() => {
      isOver = true;
    });
    await vi.waitFor(() => {
      clock.pass(5_001);
      expect(isOver).toBe(true);
    }, 60_000);
    expect(await refused).toMatchObject({ fault: 'busy' });
    other.exec('ROLLBACK');
    expect((await note('afterwards', impatient)).applied).toBe(true);
    clearInterval(counter);
    other.close();
    await impatient.close();
  });

  test('on a full disk are refused, none is lost that was acknowledged, reads go on, and it recovers', async () => {
    database.client.pragma(
      `max_page_count = ${Number(database.client.pragma('page_count', { simple: true })) + 8}`,
    );
    let acknowledged = 0;
    const refusals: unknown[] = [];
    const big = 'x'.repeat(2_000);
    for (let round = 0; round < 20; round++) {
      const results = await Promise.allSettled(
        Array.from({ length: 5 }, (_, index) => note(`${round}-${index}-${big}`)),
      );
      for (const result of results)
        if (result.status === 'fulfilled') acknowledged++;
        else refusals.push(result.reason);
    }
    expect(refusals.length).toBeGreaterThan(0);
    for (const reason of refusals) expect(reason).toMatchObject({ fault: 'full' });
    expect(await database.read.select().from(events)).toHaveLength(acknowledged);
    database.client.pragma('max_page_count = 1000000');
    expect((await note('room again')).applied).toBe(true);
    const [log] = await database.read.select().from(logs);
    expect(log!.head).toBe(acknowledged + 1);
  });
});

describe('migrations', () => {
  const statementsOf = (name: string, statements: string[]) => ({ name, hash: name, statements });

  test('that fail at any statement leave schema and rows as they were', async () => {
    const shape = () =>
      JSON.stringify(database.client.prepare('select name, sql from sqlite_schema order by name').all());
    const before = shape();
    const good = [
      'create table fresh (id text)',
      "insert into fresh values ('1')",
      'alter table sites add column colour text',
    ];
    for (let at = 0; at <= good.length; at++) {
      const statements = [...good.slice(0, at), 'this is not SQL', ...good.slice(at)];
      let backedUp = 0;
      const result = migrate(database, [...migrations, statementsOf('0001_bad', statements)], async () => {
        backedUp++;
      });
      await expect(result).rejects.toThrow(MigrationError);
      await expect(result).rejects.toThrow('The migration 0001_bad failed and was undone');
      expect(shape()).toBe(before);
      expect(backedUp).toBe(1);
    }
    expect(await migrate(database, migrations, async () => {})).toEqual([]);
    expect(await migrate(database, [...migrations, statementsOf('0001_good', good)], async () => {})).toEqual(
      ['0001_good'],
    );
  });

  test('of a newer version are refused in a sentence', async () => {
    database.client.prepare("insert into schema_migrations values ('0099_future', 'x', 0)").run();
    await expect(migrate(database, migrations, async () => {})).rejects.toThrow(
      'comes from a newer version of Foyer',
    );
  });
});

test('closing waits for nobody: a command that is done ends while the server writes', async () => {
  // Enough that SQLite wants to look at its indexes again.
  const rows =
    'with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select i, i % 7 from n';
  const client = new Sqlite(file);
  client.exec('create table heaps (i integer, j integer); create index heaps_j on heaps (j)');
  client.exec(`insert into heaps ${rows}`);
  const other = openSqlite(file, systemClock);
  expect(await other.raw('select count(*) as n from heaps where j = 3', [])).toEqual([{ n: 714 }]);
  client.exec('begin immediate');
  await other.close();
  client.exec('rollback');
  client.close();
});

test('a backup taken while it is written to holds everything acknowledged before, whole', async () => {
  let running = true;
  let count = 0;
  const writer = (async () => {
    while (running) {
      await note(`w${count}`);
      count++;
    }
  })();
  await vi.waitFor(() => expect(count).toBeGreaterThan(50), 60_000);
  const acknowledged = count;
  const copy = join(folder, 'copy.sqlite');
  await backUpSqlite(database, copy);
  running = false;
  await writer;
  const restored = openSqlite(copy, systemClock);
  const rows = await restored.read.select().from(events);
  expect(rows.length).toBeGreaterThanOrEqual(acknowledged);
  expect(restored.client.pragma('integrity_check', { simple: true })).toBe('ok');
  await restored.close();
});

test('a damaged file is refused at the start, named, and left as it is', async () => {
  for (let count = 0; count < 300; count++) await note('x'.repeat(500));
  await database.close();
  const dataFolder = join(folder, 'data');
  const { mkdirSync } = await import('node:fs');
  mkdirSync(dataFolder);
  const bytes = readFileSync(file);
  bytes.fill(0xff, 8_192, 60_000);
  const damaged = join(dataFolder, 'foyer.sqlite');
  writeFileSync(damaged, bytes);
  const start = createContext(
    readConfig({ DATA_DIR: dataFolder }),
    {
      widget: '',
      demoSite: '',
      migrations: fileURLToPath(new URL('../../server/migrations', import.meta.url)),
    },
    { log: createLogger('silent') },
  );
  await expect(start).rejects.toThrow(/damaged|malformed|corrupt/i);
  expect(readFileSync(damaged).equals(bytes)).toBe(true);
  expect(readdirSync(dataFolder)).toContain('foyer.sqlite');
  copyFileSync(damaged, file);
  for (const name of ['-wal', '-shm']) rmSync(file + name, { force: true });
  database = openSqlite(join(folder, 'other.sqlite'), systemClock);
});

test('a storage fault says what kind it is', () => {
  expect(new StorageError('full', null)).toMatchObject({ name: 'StorageError', fault: 'full' });
});
