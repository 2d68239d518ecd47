import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Agent } from 'node:https';
import { afterEach, expect, test } from 'vitest';
import {
  type ConnectorParts,
  createConnector,
  type OutsideRequest,
} from '../../../server/core/net/connector.ts';

/* The way out, with a directory of names of the test and one machine behind all of them. */

let machine: Server | undefined;
const publicName = [{ address: '93.184.216.34', family: 4 }];

const start = async (answer: RequestListener): Promise<number> => {
  machine = createServer(answer);
  await new Promise<void>((resolve) => machine!.listen(0, '127.0.0.1', resolve));
  return (machine.address() as AddressInfo).port;
};
afterEach(async () => {
  machine?.closeAllConnections();
  await new Promise((resolve) => (machine ? machine.close(resolve) : resolve(null)));
  machine = undefined;
});

const agentTo = (port: number): Agent =>
  Object.assign(new Agent(), { createConnection: () => connect(port, '127.0.0.1') });

const ask = (more: Partial<OutsideRequest>, parts: ConnectorParts = {}) =>
  createConnector(parts).post({
    url: 'https://push.example.com/a',
    from: 'anybody',
    headers: {},
    body: 'words',
    timeout: 60_000,
    maxBytes: 100,
    ...more,
  });

test.each([
  ...['http://push.example.com/', 'https://push.example.com:8443/', 'https://user@push.example.com/'],
  ...['https://127.0.0.1/', 'https://[::1]/', 'https://0x7f000001/', 'https://2130706433/', 'https://127.1/'],
  ...['https://[::ffff:127.0.0.1]/', 'https://localhost/', 'https://8.8.8.8/', 'ftp://push.example.com/', ''],
  ...[';', "'", '`', '{', '}', '"', '(', '!', '$', ',', '&', '*', '=', '~'].map(
    (sign) => `https://127.0.0.1${sign}.example.com/`,
  ),
])('%s is nowhere that a stranger may send us, and no name is looked up for it', async (url) => {
  const resolve = () => expect.unreachable();
  expect(createConnector().accepts(url)).toBe(false);
  await expect(ask({ url }, { resolve })).rejects.toMatchObject({ code: 'not_public' });
});

test.each([
  ...['127.0.0.1', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0'],
  ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1', 'fc00::1', 'ff02::1'],
  ...['::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'not an address'],
  // An old way to write IPv4, a tunnel that carries it, and what nobody has been given.
  ...['::7f00:1', '::a00:1', '2a00::5efe:10.0.0.1', '2a00::200:5efe:a00:1', '100:0:0:1::1', '4000::1'],
])('a name that leads to %s as well is connected to nowhere', async (address) => {
  const agent = Object.assign(new Agent(), { createConnection: () => expect.unreachable() });
  const resolve = async () => [...publicName, { address, family: address.includes(':') ? 6 : 4 }];
  await expect(ask({}, { resolve, agent })).rejects.toMatchObject({ code: 'not_public' });
});

test.each([
  ['http://crm.internal/hook', true],
  ['https://crm.internal:8443/hook', true],
  ['http://10.0.0.7:8080/hook', true],
  ['http://10.0.0.7/hook', false],
  ['http://10.0.0.7:8081/hook', false],
  ['http://user@crm.internal/hook', false],
  ['http://crm.internal.example.com/hook', false],
  ['https://crm.example.com:8443/hook', true],
  ['https://crm.example.com:9443/hook', false],
  ['ftp://crm.internal/hook', false],
])('%s beside the hosts and ports of the configuration: %s', (url, isAccepted) => {
  const connector = createConnector({ privateHosts: ['crm.internal', '10.0.0.7:8080'], ports: [443, 8443] });
  expect(connector.accepts(url)).toBe(isAccepted);
});

test('a name that leads elsewhere the second time is asked for once: nothing is rebound', async () => {
  const addresses = ['93.184.216.34', '127.0.0.1'];
  const asked: string[] = [];
  const resolve = async () => [{ address: addresses[asked.push('') - 1] ?? '127.0.0.1', family: 4 }];
  const connected: string[] = [];
  const seen = Object.assign(new Agent(), {
    createConnection: (options: { lookup: (...given: unknown[]) => void }) => {
      options.lookup('push.example.com', {}, (_: unknown, address: string) => connected.push(address));
      throw new Error('seen enough');
    },
  });
  await expect(ask({}, { resolve, agent: seen as never })).rejects.toMatchObject({ code: 'unreachable' });
  expect(connected).toEqual(['93.184.216.34']);
  expect(asked).toHaveLength(1);
});

test('a name is looked up once, and the socket gets the very address that was looked at', async () => {
  const port = await start((_, response) => response.end('taken'));
  let asked = 0;
  // As a directory does that answers with a public address first and with one of the house when it is asked again.
  const resolve = async () => [{ address: asked++ === 0 ? '127.0.0.1' : '127.9.9.9', family: 4 }];
  const reply = await ask({ url: `http://models.example.com:${port}/a`, from: 'operator' }, { resolve });
  expect(reply).toEqual({ status: 200, body: 'taken', contentType: '' });
  expect(asked).toBe(1);
});

test('an answer without an end is cut off', async () => {
  let open = 0;
  const port = await start((_, response) => {
    open++;
    response.on('close', () => open--);
    const more = (): void => {
      if (response.writable && response.write('x'.repeat(10_000))) setImmediate(more);
    };
    response.on('drain', more);
    more();
  });
  const parts = { resolve: async () => publicName, agent: agentTo(port) };
  await expect(ask({}, parts)).rejects.toMatchObject({ code: 'too_large' });
  await expect.poll(() => open).toBe(0);
});

test('an answer that never comes, and a name that is never found, end with the time', async () => {
  const port = await start(() => {});
  const parts = { resolve: async () => publicName, agent: agentTo(port) };
  await expect(ask({ timeout: 30 }, parts)).rejects.toMatchObject({ code: 'timed_out' });
  const never = { resolve: () => new Promise<never>(() => {}) };
  await expect(ask({ timeout: 30 }, never)).rejects.toMatchObject({ code: 'timed_out' });
});

test('no redirect is followed', async () => {
  const paths: (string | undefined)[] = [];
  const port = await start(({ url }, response) => {
    paths.push(url);
    response.writeHead(302, { location: '/inside' }).end();
  });
  const parts = { resolve: async () => publicName, agent: agentTo(port) };
  expect(await ask({}, parts)).toMatchObject({ status: 302 });
  expect(paths).toEqual(['/a']);
});

test('what a machine says of TLS or why it refuses is not said on', async () => {
  // It speaks no TLS: the library's own error would tell its port, version and first bytes.
  const port = await start((_, response) => response.end());
  const error = await ask({ url: `https://127.0.0.1:${port}/`, from: 'operator' }).catch((one: Error) => one);
  expect({ ...(error as Error), message: (error as Error).message }).toEqual({
    name: 'OutsideError',
    code: 'unreachable',
    message: 'outside call: unreachable',
  });
});
