import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dataPath, hasSharedData } from '../helpers/data.ts';
import { newId, newSecret } from '../helpers/server.ts';
import { readEvents } from '../helpers/streams.ts';

const program = fileURLToPath(new URL('../../dist/server/foyer.js', import.meta.url));
const run = promisify(execFile);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-process-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const metricsToken = 'a token for metrics';
const environment = (more: Record<string, string> = {}) => {
  const { VITEST: _, DATABASE_URL: __, ...rest } = process.env;
  return {
    ...rest,
    DATA_DIR: folder,
    PORT: '0',
    PUBLIC_URL: 'http://localhost',
    METRICS_TOKEN: metricsToken,
    ...more,
  } as NodeJS.ProcessEnv;
};

const foyer = async (...rest: string[]): Promise<{ code: number; output: string }> => {
  try {
    const { stdout, stderr } = await run(process.execPath, [program, ...rest], { env: environment() });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
};

interface Running {
  url: string;
  output(): string;
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

const serveWith = (env: NodeJS.ProcessEnv, ...rest: string[]): Promise<Running> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'serve', ...rest], { env });
    let output = '';
    const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const port = /"port":(\d+),"msg":"serving"/.exec(output)?.[1];
      if (port)
        resolve({
          url: `http://127.0.0.1:${port}`,
          output: () => output,
          stop(signal) {
            child.kill(signal);
            return ended;
          },
        });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(output)));
  });

const serve = (...rest: string[]): Promise<Running> => serveWith(environment(), ...rest);

const ask = (url: string, secret: string, id = newId()) =>
  fetch(`${url}/api/sites/shop/questions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ id, title: 'Do you ship to Norway?', visibility: 'private', language: 'en' }),
  });

test('on any free port, the address that is printed is the one that staff log in at', async () => {
  const { PUBLIC_URL: _, ...env } = environment();
  const running = await serveWith(env, '--demo');
  await expect.poll(() => running.output()).toContain('Password');
  const [, url] = /Inbox +(http:\S+)\/inbox/.exec(running.output()) ?? [];
  const [, email, password] = /Log in as +(\S+)\s+Password +(\S+)/.exec(running.output()) ?? [];
  const reply = await fetch(`${url}/api/staff/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url! },
    body: JSON.stringify({ email, password }),
  });
  expect(reply.status).toBe(200);
  await running.stop('SIGTERM');
});

test('every command explains itself, refuses nonsense, and says what to do', async () => {
  expect((await foyer('help')).output).toContain('foyer import-faq PATH');
  expect((await foyer('nonsense')).code).toBe(2);
  expect((await foyer('create-site', 'Not A Key')).code).toBe(2);
  expect((await foyer('create-site', 'shop', '--origin', 'https://www.shop.test/path')).output).toContain(
    'isn’t an origin',
  );
  expect((await foyer('import-faq', '/nowhere', '--site', 'none')).output).toContain(
    'There’s no site "none"',
  );
  expect((await foyer('serve', '--wrong')).code).toBe(2);
});

test('a wrong environment is one readable error, and nothing was started', async () => {
  const result = await run(process.execPath, [program, 'serve'], {
    env: environment({ PORT: 'x', PUBLIC_URL: 'nowhere' }),
  }).catch((error: { code: number; stderr: string }) => error);
  expect(result).toMatchObject({ code: 1 });
  expect((result as { stderr: string }).stderr).toMatch(
    /^Invalid configuration:\n {2}PORT: .*\n {2}PUBLIC_URL: .*\n$/,
  );
});

test('a second start keeps the data, and the folder is the owner’s alone', async () => {
  await foyer('create-site', 'shop', '--name', 'Shop');
  const secret = newSecret();
  const first = await serve();
  expect((await ask(first.url, secret)).status).toBe(200);
  expect(await first.stop('SIGTERM')).toBe(0);
  const second = await serve();
  const list = await fetch(`${second.url}/api/sites/shop/conversations`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(((await list.json()) as { conversations: unknown[] }).conversations).toHaveLength(1);
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
  expect((await ask(second.url, secret)).status).toBe(200);
  // From this very machine, as every request through a proxy on it is.
  expect((await fetch(`${second.url}/metrics`)).status).toBe(404);
  const authorization = `Bearer ${metricsToken}`;
  const metrics = await (await fetch(`${second.url}/metrics`, { headers: { authorization } })).text();
  expect(Number(/^foyer_sqlite_log_bytes (\d+)$/m.exec(metrics)![1])).toBeGreaterThan(0);
  expect(metrics).toContain(
    'foyer_http_request_seconds_count{method="GET",route="/api/sites/:site/conversations",status="200"} 1',
  );
  for (const name of ['foyer.sqlite', 'foyer.sqlite-wal', 'foyer.sqlite-shm'])
    expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600);
  for (const path of ['/healthz', '/foyer.js', '/nowhere', '/sites/shop/questions', '/inbox'])
    expect((await fetch(second.url + path)).headers.get('x-content-type-options'), path).toBe('nosniff');
  await second.stop('SIGTERM');
});

test('a public page from the cache is the same over the wire: whole, 304 when known, headers alone when asked', async () => {
  const csv = join(folder, 'faq.csv');
  writeFileSync(csv, 'question,answer\nCan I pay later?,Größer als 30 Tage: nein.\n');
  await foyer('import-faq', csv, '--site', 'shop', '--create');
  const server = await serve();
  const list = await (await fetch(`${server.url}/sites/shop/questions`)).text();
  const page = server.url + /href="(\/sites\/shop\/questions\/[^"?]+)/.exec(list)![1]!;
  const first = await fetch(page);
  const second = await fetch(page);
  const text = await first.text();
  expect(text).toContain('Größer als 30 Tage');
  expect(await second.text()).toBe(text);
  for (const name of ['content-type', 'content-security-policy', 'etag', 'vary', 'cache-control'])
    expect(second.headers.get(name), name).toBe(first.headers.get(name));
  const known = await fetch(page, { headers: { 'if-none-match': first.headers.get('etag')! } });
  expect([known.status, await known.text()]).toEqual([304, '']);
  const head = await fetch(page, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  await server.stop('SIGTERM');
});

test('a stop answers what is in flight, tells streams to come back, and ends within ten seconds', async () => {
  await foyer('create-site', 'shop');
  const secret = newSecret();
  const server = await serve();
  await ask(server.url, secret);
  const stream = readEvents(
    await fetch(`${server.url}/api/sites/shop/live`, { headers: { authorization: `Bearer ${secret}` } }),
  );
  expect((await stream.next()).data.kind).toBe('hello');
  const flight = Array.from({ length: 20 }, () =>
    ask(server.url, secret).then(
      (reply) => reply.status,
      () => 0,
    ),
  );
  await flight[0];
  const begin = performance.now();
  const ended = server.stop('SIGTERM');
  expect((await stream.next().catch(() => ({ data: { kind: 'ended' } }))).data.kind).toMatch(
    /goodbye|conversation|message/,
  );
  const statuses = await Promise.all(flight);
  // Taken and answered, or never taken; nothing that was taken is answered with a fault.
  expect(statuses.every((status) => status === 200 || status === 429 || status === 0)).toBe(true);
  expect(await ended).toBe(0);
  // The promise itself: a stop takes a second or two, and what hangs is cut before ten.
  expect(performance.now() - begin).toBeLessThan(10_000);
});

test('a body that never comes is given up, and others go on meanwhile', async () => {
  await foyer('create-site', 'shop');
  const server = await serve();
  const { port } = new URL(server.url);
  const slow = connect(Number(port), '127.0.0.1');
  slow.write(
    `POST /api/sites/shop/questions HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${newSecret()}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"id"\r\n`,
  );
  const answer = new Promise<string>((resolve) => slow.once('data', (chunk) => resolve(chunk.toString())));
  expect((await ask(server.url, newSecret())).status).toBe(200);
  expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
  slow.destroy();
  await server.stop('SIGTERM');
});

describe('import-faq', () => {
  test('takes CSV and Markdown, lists what it refuses, and changes nothing the second time', async () => {
    const csv = join(folder, 'faq.csv');
    writeFileSync(
      csv,
      '\uFEFFquestion,answer,category\n"Can I pay later?","Yes, within\n30 days.",Payments\n,No question here,\nTwice?,One,\nTwice?,Two,\n',
    );
    // Into a site that is not there yet, which a dry run does not make either.
    const into = await foyer('import-faq', csv, '--site', 'shop', '--create', '--dry-run');
    expect(into.output).toContain('2 added, 0 changed, 0 unchanged, 2 rejected (dry run');
    expect((await foyer('import-faq', csv, '--site', 'shop')).output).toContain('There’s no site "shop"');
    await foyer('create-site', 'shop');
    const dry = await foyer('import-faq', csv, '--site', 'shop', '--dry-run');
    expect(dry.output).toContain('2 added, 0 changed, 0 unchanged, 2 rejected (dry run');
    const real = await foyer('import-faq', csv, '--site', 'shop');
    expect(real.output).toContain('2 added');
    expect(real.output).toMatch(/rejected row 3: title is missing$/m);
    expect(real.output).toMatch(/rejected row 5: .*twice/);
    // There is one site: it need not be named.
    expect((await foyer('import-faq', csv)).output).toContain('0 added, 0 changed, 2 unchanged');
    const markdown = join(folder, 'faq');
    mkdirSync(join(markdown, 'deep'), { recursive: true });
    writeFileSync(join(markdown, 'one.md'), '# How long is the warranty?\n\n**Ten** years.\n');
    writeFileSync(
      join(markdown, 'deep', 'two.md'),
      '---\ntitle: Wie lange gilt die Garantie?\nlanguage: de\n---\nZehn Jahre.\n',
    );
    writeFileSync(join(markdown, 'bad.md'), '---\ntitle: [\n---\nText\n');
    const folderImport = await foyer('import-faq', markdown, '--site', 'shop');
    expect(folderImport.output).toContain('2 added, 0 changed, 0 unchanged, 1 rejected');
    writeFileSync(join(markdown, 'one.md'), '# How long is the warranty?\n\n**Twelve** years.\n');
    expect((await foyer('import-faq', markdown, '--site', 'shop')).output).toContain(
      '0 added, 1 changed, 1 unchanged',
    );
  });

  test('JSON, CSV and Markdown: wrong bytes and control characters are said, and the rest comes in', async () => {
    await foyer('create-site', 'shop');
    const json = (words: string): string =>
      `[{"id":"1","question":"One?","answer":"${words}"},\n{"id":"2","question":"Two?","answer":"After"},\n{"id":3"`;
    const files: [string, (words: string) => string, rejected: number][] = [
      ['faq.json', json, 1],
      ['faq.csv', (words) => `question,answer\nOne?,"${words}"\nTwo?,After\n`, 0],
      ['faq.md', (words) => `# One?\n\n${words}\n`, 0],
    ];
    for (const [name, write, rejected] of files) {
      const bytes = Buffer.from(write('Bad \u0001words caf\u0002'), 'latin1');
      bytes[bytes.indexOf(2)] = 0xe9;
      writeFileSync(join(folder, name), bytes);
      const { output } = await foyer('import-faq', join(folder, name), '--site', 'shop', '--dry-run');
      expect(output, name).toMatch(/noticed line \d: the control character U\+0001 was left out/);
      expect(output, name).toMatch(/In the file: 1 invalid byte sequence became �/);
      expect(output, name).toMatch(new RegExp(`[12] added, 0 changed, 0 unchanged, ${rejected} rejected`));
      expect(
        (await foyer('import-faq', join(folder, name), '--encoding', 'latin1', '--dry-run')).output,
        name,
      ).not.toContain('invalid byte');
    }
    expect((await foyer('import-faq', join(folder, 'faq.md'), '--encoding', 'klingon')).output).toContain(
      'klingon isn’t an encoding we know.',
    );
    expect(
      (await foyer('import-comments', join(folder, 'faq.csv'), '--zone', 'Mars/Olympus')).output,
    ).toContain('Mars/Olympus isn’t a time zone we know.');
  });

  test.runIf(hasSharedData)(
    'takes a real FAQ while the server runs: people’s own words find its answers',
    async () => {
      await foyer('create-site', 'shop');
      const server = await serve();
      const suggest = async (q: string) =>
        (
          (await (
            await fetch(`${server.url}/api/sites/shop/suggestions?q=${encodeURIComponent(q)}`)
          ).json()) as { suggestions: { title: string }[] }
        ).suggestions;
      expect(await suggest('download a youtube video')).toEqual([]);
      expect((await foyer('import-faq', dataPath('suggest/en-faq.json'), '--site', 'shop')).output).toContain(
        '59 added',
      );
      // The other process's answers come into the index one commit after the other.
      await vi.waitFor(
        async () => {
          const [best] = await suggest('is there a way to save a video from youtube');
          expect(best?.title).toContain('YouTube');
        },
        { timeout: 60_000, interval: 50 },
      );
      await server.stop('SIGTERM');
    },
  );
});

test('create-staff without a terminal makes a password and prints it once; it logs in, until it is disabled', async () => {
  await foyer('create-site', 'shop');
  const made = await foyer('create-staff', 'ada@shop.test', '--site', 'shop', '--role', 'owner');
  const password = /Password: (\S{20})/.exec(made.output)![1]!;
  const server = await serve();
  const logIn = () =>
    fetch(`${server.url}/api/staff/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost' },
      body: JSON.stringify({ email: 'ada@shop.test', password }),
    });
  const reply = await logIn();
  expect(reply.status).toBe(200);
  expect(server.output()).not.toContain(password);
  const cookie = reply.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const me = () => fetch(`${server.url}/api/staff/me`, { headers: { origin: 'http://localhost', cookie } });
  expect((await me()).status).toBe(200);
  await foyer('disable-staff', ' ADA@Shop.test ');
  expect([(await me()).status, (await logIn()).status]).toEqual([401, 401]);
  await foyer('enable-staff', 'ada@shop.test');
  expect((await logIn()).status).toBe(200);
  await server.stop('SIGTERM');
});
