import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import { postApiToken } from '../../shared/console/developerRoutes.ts';
import { newId, newSecret, password, question, startTestServer, type TestServer } from '../helpers/server.ts';

/* The client package as npm would publish it: dist/client, made by the build. */

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

let server: TestServer;
let listening: Server;
let url: string;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  const made = await server.call(postApiToken, {
    cookie: await server.logIn('olga@shop.test'),
    body: {
      id: newId(),
      name: 'Example',
      scopes: ['conversations:read', 'conversations:write'],
      days: 1,
    },
  });
  token = made.body.token;
  await server.call(postQuestion, { secret: newSecret(), body: question({ title: 'Where is my order?' }) });
  listening = createServer(getRequestListener(server.app.fetch)).listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
});
afterAll(async () => {
  listening.close();
  await server.close();
});

test('its types are of the API as it is now', async () => {
  const built = JSON.parse(readFileSync(`${root}dist/client/openapi.json`, 'utf8'));
  const now = await (await server.request('GET', '/api/openapi.json')).json();
  // Only the version of a built server is the package's.
  expect({ ...built, info: null }).toEqual({ ...now, info: null });
  const { version } = JSON.parse(readFileSync(`${root}dist/client/package.json`, 'utf8'));
  expect(version).toBe(JSON.parse(readFileSync(`${root}package.json`, 'utf8')).version);
});

test('its example is checked by its types, which know a wrong path and a wrong body', () => {
  const check = (file: string): string => {
    try {
      const flags = '--noEmit --allowJs --checkJs --strict --skipLibCheck --module nodenext --types node';
      execFileSync('npx', ['tsc', '--ignoreConfig', ...flags.split(' '), file], {
        cwd: root,
        encoding: 'utf8',
      });
      return '';
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  expect(check('dist/client/example.mjs')).toBe('');
  const wrong = check('tests/helpers/wrongClient.mts');
  expect(wrong.match(/error TS/g)).toHaveLength(2);
});

test('what its README prints runs as it is, with another address', async () => {
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(`${root}dist/client/README.md`, 'utf8'))!;
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '-e', program.replace('https://help.example.com', url)],
    { cwd: `${root}dist/client`, env: { FOYER_TOKEN: token } },
  );
  expect(stdout.trim()).toBe('Where is my order?');
});

test('its example runs in another process, and a message sent twice is one', async () => {
  const { stdout } = await run(process.execPath, [`${root}dist/client/example.mjs`], {
    env: { FOYER_URL: url, FOYER_SITE: 'shop', FOYER_TOKEN: token },
  });
  expect(JSON.parse(stdout)).toEqual({
    subject: 'Where is my order?',
    message: expect.stringMatching(/^[0-9a-f-]{36}$/),
    replayed: 'true',
    limit: expect.stringMatching(/^"token";r=\d+;t=\d+$/),
  });
});
