import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../server/core/clock.ts';
import { migrate, readMigrations } from '../../server/core/db/migrate.ts';
import { sites } from '../../server/core/people/sites/tables.ts';
import { openPostgres } from '../../server/core/db/postgres.ts';
import { type Program, startProgram } from '../bench/process.ts';
import { runCommand, runEveryCommand } from '../helpers/commands.ts';
import { type RealPostgres, startPostgres } from '../helpers/postgres.ts';
import { newId, newSecret } from '../helpers/server.ts';
import { readEvents } from '../helpers/streams.ts';

/* What PGlite cannot show: two processes, row locks, LISTEN and NOTIFY, a connection that is cut. */

let folder: string;
let postgres: RealPostgres;
let url: string;
let one: Program;
let two: Program;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-postgres-'));
  postgres = await startPostgres();
  url = postgres.url;
  const environment = (name: string) => ({ DATABASE_URL: url, DATA_DIR: join(folder, name), VITEST: '' });
  // Together: both bring the schema up to date, and one of them does it.
  [one, two] = await Promise.all([
    startProgram('foyer', environment('one')),
    startProgram('foyer', environment('two')),
  ]);
}, 120_000);

afterAll(async () => {
  await one?.stop('SIGTERM');
  await two?.stop('SIGTERM');
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const post = async (base: string, path: string, secret: string, body: object) => {
  const reply = await fetch(`${base}/api/sites/bench/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: (await reply.json()) as { message?: { seq: number } } };
};

const open = async (base: string, secret: string): Promise<string> => {
  const id = newId();
  expect(
    (await post(base, 'questions', secret, { id, title: 'Hello', visibility: 'private', language: 'en' }))
      .status,
  ).toBe(200);
  return id;
};

const live = async (base: string, secret: string) => {
  const stream = readEvents(
    await fetch(`${base}/api/sites/bench/live`, { headers: { authorization: `Bearer ${secret}` } }),
  );
  expect((await stream.next()).data.kind).toBe('hello');
  return stream;
};

const nextMessage = async (stream: Awaited<ReturnType<typeof live>>): Promise<string> => {
  for (;;) {
    const { data } = (await stream.next()) as unknown as {
      data: { kind: string; data: { message: { body: string } } };
    };
    if (data.kind === 'message.added') return data.data.message.body;
  }
};

test('eight machines that start at once on an empty database bring it up to date once', async () => {
  const shipped = readMigrations(
    fileURLToPath(new URL('../../server/migrations', import.meta.url)),
    'postgres',
  );
  // A history of more than one step, whichever is shipped.
  const migrations = [
    ...shipped,
    { name: '9998_second', hash: 'second', statements: ['create table second_step (id text primary key)'] },
    { name: '9999_third', hash: 'third', statements: ["insert into second_step values ('once')"] },
  ];
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  for (let round = 0; round < 3; round++) {
    await admin.query(`create database fresh${round}`);
    const machines = Array.from({ length: 8 }, () =>
      openPostgres(url.replace(/foyer$/, `fresh${round}`), systemClock, () => {}),
    );
    await Promise.all(machines.map((machine) => machine.ping()));
    await Promise.all(machines.map((machine) => migrate(machine, migrations, async () => {})));
    const rows = await machines[0]!.raw<{ name: string }>('select name from schema_migrations', []);
    expect(rows.map((row) => row.name).sort()).toEqual(migrations.map((migration) => migration.name).sort());
    expect(await machines[0]!.raw('select id from second_step', [])).toEqual([{ id: 'once' }]);
    await Promise.all(machines.map((machine) => machine.close()));
  }
  await admin.end();
}, 60_000);

test('every command of the program does its work and ends', async () => {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('create database commands');
  await admin.end();
  const own = mkdtempSync(join(tmpdir(), 'foyer-commands-'));
  const { runs, unknown } = await runEveryCommand(own, { DATABASE_URL: url.replace(/foyer$/, 'commands') });
  expect(unknown).toEqual([]);
  // A copy of SQLite is all that it cannot do here; it says so.
  expect(runs.filter(({ code }) => code !== 0)).toEqual([
    expect.objectContaining({ command: 'backup', output: expect.stringContaining('pg_dump') }),
  ]);
  rmSync(own, { recursive: true, force: true });
});

test('a database that was brought back forgets again who was erased since, and nobody else', async () => {
  const own = await postgres.another();
  const environment = { DATABASE_URL: own, DATA_DIR: join(folder, 'restored'), VITEST: '' };
  const [name, dump] = [new URL(own).pathname.slice(1), 'dumped'];
  const admin = new pg.Client(url);
  await admin.connect();
  const ask = async (text: string): Promise<string[]> => {
    const client = new pg.Client(own);
    await client.connect();
    try {
      return (await client.query<{ found: string }>(text)).rows.map(({ found }) => found);
    } finally {
      await client.end();
    }
  };
  const asked = 'select subject as found from conversations order by subject';
  const [gone, stays] = [newSecret(), newSecret()];
  try {
    const first = await startProgram('foyer', environment);
    for (const [secret, title] of [
      [gone, 'Mine'],
      [stays, 'Theirs'],
    ] as const) {
      const question = { id: newId(), title, visibility: 'private', language: 'en' };
      expect((await post(first.url, 'questions', secret, question)).status).toBe(200);
    }
    await first.stop('SIGTERM');
    // A copy of the whole database, as pg_dump and pg_restore make one: they don't come with the server from npm.
    await admin.query(`create database ${dump} template ${name}`);

    const second = await startProgram('foyer', environment);
    expect((await post(second.url, 'visitor/data/erase', gone, {})).status).toBe(200);
    await expect
      .poll(() => ask('select state as found from erasures'), { timeout: 30_000 })
      .toEqual(['done']);
    await second.stop('SIGTERM');
    expect(await ask(asked)).toEqual(['Theirs']);

    await admin.query(`drop database ${name}`);
    await admin.query(`create database ${name} template ${dump}`);
    expect(await ask(asked)).toEqual(['Mine', 'Theirs']);
    const { code, output } = await runCommand(['restore'], environment);
    expect([code, output]).toEqual([0, expect.stringContaining('People erased again: 1.')]);
    expect(await ask(asked)).toEqual(['Theirs']);
    expect((await runCommand(['restore'], environment)).output).toContain('People erased again: 0.');
    // Another folder knows of nobody, and says so.
    const elsewhere = { ...environment, DATA_DIR: join(folder, 'elsewhere') };
    expect((await runCommand(['restore'], elsewhere)).output).toContain('erasures.jsonl');
    // A file is SQLite's.
    expect((await runCommand(['restore', 'copy.sqlite'], environment)).code).not.toBe(0);

    // Nor is their browser's secret taken.
    const third = await startProgram('foyer', environment);
    const again = { id: newId(), title: 'Again', visibility: 'private', language: 'en' };
    expect((await post(third.url, 'questions', gone, again)).status).toBe(410);
    await third.stop('SIGTERM');
  } finally {
    await admin.end();
  }
}, 120_000);

test('a message sent on one machine appears on the other', async () => {
  const secret = newSecret();
  const conversation = await open(one.url, secret);
  const stream = await live(two.url, secret);
  await post(one.url, `conversations/${conversation}/messages`, secret, {
    id: newId(),
    body: 'From machine one',
  });
  expect(await nextMessage(stream)).toBe('From machine one');
  await stream.cancel();
});

test('writers on two machines take places without gaps, and commit in their order', async () => {
  const secret = newSecret();
  const conversation = await open(one.url, secret);
  const sent = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      post((index % 2 ? one : two).url, `conversations/${conversation}/messages`, secret, {
        id: newId(),
        body: String(index),
      }),
    ),
  );
  expect(sent.every((reply) => reply.status === 200)).toBe(true);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    'select count(*)::int as events, max(seq)::int as top, (select head::int from logs) as head from events',
  );
  expect(rows[0].events).toBe(rows[0].top);
  expect(rows[0].top).toBe(rows[0].head);
  await client.end();
});

test('the same id sent to both machines at once is one message', async () => {
  const secret = newSecret();
  const conversation = await open(one.url, secret);
  const body = { id: newId(), body: 'Once' };
  const replies = await Promise.all(
    [one, two, one, two].map((machine) =>
      post(machine.url, `conversations/${conversation}/messages`, secret, body),
    ),
  );
  expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200]);
  expect(new Set(replies.map((reply) => reply.body.message!.seq)).size).toBe(1);
});

test('every connection cut: writing goes on after a moment, and the stream hears what it missed', async () => {
  const secret = newSecret();
  const conversation = await open(one.url, secret);
  const stream = await live(two.url, secret);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
  );
  await client.end();
  let status = 0;
  const body = { id: newId(), body: 'After the cut' };
  for (let tries = 0; tries < 50 && status !== 200; tries++) {
    status = (await post(one.url, `conversations/${conversation}/messages`, secret, body)).status;
    expect([200, 503]).toContain(status);
  }
  expect(status).toBe(200);
  expect(await nextMessage(stream)).toBe('After the cut');
  await stream.cancel();
});

test('settings changed on one machine are what visitors get on the other, at once', async () => {
  const origin = 'http://127.0.0.1';
  const login = await fetch(`${one.url}/api/staff/login`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'bench@foyer.example', password: 'a long password' }),
  });
  const { memberships } = (await login.json()) as { memberships: { site: string }[] };
  const cookie = login.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const path = `${one.url}/api/console/${memberships[0]!.site}/settings`;
  const { revision, document } = (await (await fetch(path, { headers: { origin, cookie } })).json()) as {
    revision: number;
    document: { name: string };
  };
  const shownOnTwo = async (): Promise<string> =>
    ((await (await fetch(`${two.url}/api/sites/bench/settings`)).json()) as { name: string }).name;
  const before = await shownOnTwo();
  const saved = await fetch(path, {
    method: 'PUT',
    headers: { origin, cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ revision, document: { ...document, name: 'Renamed on one' } }),
  });
  expect([saved.status, before]).toEqual([200, document.name]);
  // Well within the two seconds for which a site's row may otherwise be reused.
  await expect.poll(shownOnTwo, { timeout: 1_000, interval: 20 }).toBe('Renamed on one');
});

test('a connection that is cut between two statements of a transaction ends that, and not the process', async () => {
  const database = openPostgres(url, systemClock, () => {});
  const cut = database.commit({
    site: 'nobody',
    events: [],
    write: (tx) => [
      // Lent out, and idle: nothing is asked of it while it is cut.
      (async () => {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
        );
        await client.end();
        await new Promise((resolve) => setImmediate(resolve));
      })() as never,
      tx.select({ id: sites.id }).from(sites) as never,
    ],
  });
  await cut.catch(() => {});
  await expect.poll(() => database.ping().then(() => true)).toBe(true);
  await database.close();
});
