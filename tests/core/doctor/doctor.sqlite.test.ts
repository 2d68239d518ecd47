import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, createServer as createRawServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { examine } from '../../../server/core/doctor/command.ts';
import type { Finding, Patient } from '../../../server/core/doctor/finding.ts';
import { createProbe } from '../../../server/core/net/probe.ts';
import { openSqlite } from '../../../server/core/db/sqlite.ts';
import { migrate, readMigrations } from '../../../server/core/db/migrate.ts';
import { readSecrets } from '../../../server/secrets.ts';
import { startMailServer } from '../../helpers/smtp.ts';
import { testClock } from '../../helpers/clock.ts';
import { expired, key, lasting } from './certificates.ts';

const gigabyte = 1024 ** 3;
const migrations = resolve('server/migrations');

let folder: string;
let ends: (() => unknown)[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-doctor-'));
  ends = [];
});
afterEach(async () => {
  for (const end of ends) await end();
  rmSync(folder, { recursive: true, force: true });
});

/** A folder as a server that ran once leaves it. */
const install = async (): Promise<void> => {
  chmodSync(folder, 0o700);
  readSecrets(folder);
  const database = openSqlite(join(folder, 'foyer.sqlite'), testClock());
  await migrate(database, readMigrations(migrations, 'sqlite'), async () => {});
  await database.close();
};

const listen = (
  server: ReturnType<typeof createServer> | ReturnType<typeof createRawServer>,
): Promise<number> =>
  new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port));
    ends.push(() => new Promise((closed) => server.close(closed)));
  });

/** Foyer as it answers the doctor. */
const foyer =
  (
    caller: object = { forwarded: false, believed: false },
    headers: Record<string, string> = {},
  ): RequestListener =>
  (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(request.url === '/healthz' ? 'ok' : JSON.stringify(caller));
  };

const look = (environment: Record<string, string> = {}, more: Partial<Patient> = {}): Promise<Finding[]> =>
  examine({
    config: readConfig({ DATA_DIR: folder, PORT: '0', PUBLIC_URL: 'http://localhost:1', ...environment }),
    migrations,
    now: Date.now,
    space: async () => ({ free: 80 * gigabyte, whole: 100 * gigabyte }),
    probe: createProbe(),
    ...more,
  });
const badOnes = (findings: Finding[]): string[] =>
  findings.filter(({ state }) => state === 'bad').map(({ about, said }) => `${about}: ${said}`);
const of = (findings: Finding[], about: string): Finding[] => findings.filter((one) => one.about === about);

test('a healthy installation has nothing to be mended', async () => {
  await install();
  const port = await listen(createServer(foyer()));
  const smtp = await startMailServer();
  ends.push(() => smtp.close());
  const findings = await look({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SMTP_URL: smtp.url,
  });
  expect(findings.filter(({ state }) => state !== 'good')).toEqual([]);
  expect(findings.map(({ about }) => about)).toEqual([
    'Data folder',
    'Disk speed',
    'Disk space',
    'Secrets',
    'Database',
    'Port',
    'Public address',
    'Proxy',
    'Email out',
  ]);
});

test('it changes nothing: where nothing was started yet, nothing is made', async () => {
  rmSync(folder, { recursive: true });
  expect(badOnes(await look())).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});

describe('planted mistakes, each with what to do', () => {
  beforeEach(install);
  /** Finds exactly one thing to be mended. */
  const only = (findings: Finding[]): Finding => {
    expect(badOnes(findings)).toHaveLength(1);
    const found = findings.find(({ state }) => state === 'bad')!;
    expect(found.advice).toBeTruthy();
    return found;
  };

  test('a full disk', async () => {
    const space = async () => ({ free: 0.1 * gigabyte, whole: 100 * gigabyte });
    expect(only(await look({}, { space }))).toMatchObject({
      about: 'Disk space',
      advice: expect.stringMatching(/Make room now/),
    });
  });

  test('a proxy that is not believed, one that says nothing, and one that may say anything', async () => {
    const at = async (caller: object, environment = {}) => {
      const port = await listen(createServer(foyer(caller)));
      return only(await look({ PUBLIC_URL: `http://127.0.0.1:${port}`, ...environment }));
    };
    expect(await at({ forwarded: true, believed: false })).toMatchObject({
      about: 'Proxy',
      advice: expect.stringMatching(/Set TRUST_PROXY/),
    });
    const trusted = { TRUST_PROXY: '10.0.0.1' };
    expect(await at({ forwarded: false, believed: false }, trusted)).toMatchObject({
      advice: expect.stringMatching(/send X-Forwarded-For/),
    });
    expect(await at({ forwarded: true, believed: true }, { TRUST_PROXY: '0.0.0.0/0' })).toMatchObject({
      advice: expect.stringMatching(/own address/),
    });
  });

  test('a server of before, which does not say how it sees visitors, is worth a word', async () => {
    const port = await listen(
      createServer((request, response) =>
        response.end(request.url === '/healthz' ? 'ok' : '<h1>not found</h1>'),
      ),
    );
    const findings = await look({ PUBLIC_URL: `http://127.0.0.1:${port}` });
    expect(badOnes(findings)).toEqual([]);
    expect(of(findings, 'Proxy')[0]).toMatchObject({ state: 'warning' });
  });

  test('a wrong clock', async () => {
    const port = await listen(
      createServer(foyer({ forwarded: false, believed: false }, { date: 'Tue, 01 Jan 2036 00:00:00 GMT' })),
    );
    const found = only(await look({ PUBLIC_URL: `http://127.0.0.1:${port}` }));
    expect(found).toMatchObject({ about: 'Clock', advice: expect.stringMatching(/NTP/) });
    const client = new Sqlite(join(folder, 'foyer.sqlite'));
    client
      .prepare("insert into events (site_id, seq, at, kind, audience) values ('s', 1, ?, 'x', 'staff')")
      .run(Date.now() + 3_600_000);
    client.close();
    expect(only(await look())).toMatchObject({ about: 'Clock', said: expect.stringMatching(/went back/) });
  });

  test('a mail server that refuses the login, and one that is not there', async () => {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: (_, __, callback) => callback(new Error('no')),
      logger: false,
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    ends.push(() => new Promise<void>((closed) => server.close(() => closed())));
    const { port } = server.server.address() as AddressInfo;
    expect(only(await look({ SMTP_URL: `smtp://a:b@127.0.0.1:${port}` }))).toMatchObject({
      about: 'Email out',
      said: expect.stringMatching(/refuses the login/),
    });
    expect(only(await look({ SMTP_URL: 'smtp://127.0.0.1:1' }))).toMatchObject({ about: 'Email out' });
    expect(
      only(await look({ IMAP_URL: 'imap://a:b@127.0.0.1:1/INBOX', REPLY_ADDRESS: 'help@shop.example' })),
    ).toMatchObject({
      about: 'Email in',
      advice: expect.stringMatching(/IMAP_URL/),
    });
    expect(only(await look({ REPLY_ADDRESS: 'help@shop.example' }))).toMatchObject({
      advice: expect.stringMatching(/INBOUND_TOKEN/),
    });
  });

  test('a data folder that can’t be written to', async () => {
    const file = join(folder, 'not-a-folder');
    writeFileSync(file, '');
    expect(of(await look({ DATA_DIR: file }), 'Data folder')[0]).toMatchObject({
      state: 'bad',
      advice: expect.stringMatching(/chown/),
    });
  });

  test('a public address where something else answers, or nothing', async () => {
    const port = await listen(createServer((_, response) => response.writeHead(404).end('nginx')));
    expect(only(await look({ PUBLIC_URL: `http://127.0.0.1:${port}` }))).toMatchObject({
      about: 'Public address',
      said: expect.stringMatching(/Something else answers/),
    });
    expect(only(await look({ PUBLIC_URL: 'https://no-such-host.invalid' }))).toMatchObject({
      about: 'Public address',
    });
  });

  test('a schema of before, and one of later', async () => {
    const client = new Sqlite(join(folder, 'foyer.sqlite'));
    const [row] = client.prepare('select * from schema_migrations').all() as { name: string }[];
    client.prepare('update schema_migrations set name = ?').run('9999_later');
    expect(only(await look())).toMatchObject({
      about: 'Database',
      said: expect.stringMatching(/newer version/),
    });
    client.prepare('delete from schema_migrations').run();
    expect(only(await look())).toMatchObject({
      about: 'Database',
      advice: expect.stringMatching(/foyer migrate/),
    });
    expect(row!.name).toBe('0000_start');
    client.close();
  });

  test('a secret that is missing, or none', async () => {
    const file = join(folder, 'secrets.json');
    writeFileSync(file, '{"signing":"short"}');
    expect(only(await look())).toMatchObject({
      about: 'Secrets',
      said: expect.stringMatching(/can’t be used/),
    });
    rmSync(file);
    expect(only(await look())).toMatchObject({
      about: 'Secrets',
      advice: expect.stringMatching(/Restore it/),
    });
    expect(existsSync(file)).toBe(false);
  });

  test('a port that another program has', async () => {
    const port = await listen(createServer((_, response) => response.end('something else')));
    expect(only(await look({ PORT: String(port) }))).toMatchObject({
      about: 'Port',
      advice: expect.stringMatching(/set PORT/),
    });
  });

  test('a certificate that has expired, one that nobody trusts, and a good one', async () => {
    const at = async (cert: string, ca: string | undefined) => {
      const server = createSecureServer({ cert, key }, foyer());
      const port = await listen(server);
      return look({ PUBLIC_URL: `https://localhost:${port}` }, { probe: createProbe(ca) });
    };
    expect(only(await at(expired, expired))).toMatchObject({
      about: 'Public address',
      said: expect.stringMatching(/has expired/),
      advice: expect.stringMatching(/Renew it/),
    });
    expect(only(await at(lasting, undefined))).toMatchObject({ said: expect.stringMatching(/don’t trust/) });
    const fine = await at(lasting, lasting);
    expect(badOnes(fine)).toEqual([]);
    expect(of(fine, 'Certificate')[0]).toMatchObject({ state: 'good' });
  });

  test('a damaged database', async () => {
    writeFileSync(join(folder, 'foyer.sqlite'), 'not a database at all, and long enough to be looked at');
    expect(only(await look())).toMatchObject({
      about: 'Database',
      advice: expect.stringMatching(/foyer restore/),
    });
  });

  test('a folder and secrets that everybody can read are worth a word', async () => {
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'secrets.json'), 0o644);
    mkdirSync(join(folder, 'more'), { recursive: true });
    const findings = await look();
    expect(badOnes(findings)).toEqual([]);
    expect(of(findings, 'Data folder')[0]).toMatchObject({
      state: 'warning',
      advice: expect.stringMatching(/chmod 700/),
    });
    expect(of(findings, 'Secrets')[0]).toMatchObject({
      state: 'warning',
      advice: expect.stringMatching(/chmod 600/),
    });
  });
});
