import { createECDH, type ECDH, randomBytes } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Agent } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import ece from 'http_ece';
import { type Connector, createConnector } from '../../server/core/net/connector.ts';

export interface Pushed {
  /** The path of the subscription. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface TestPushService {
  /** Its answer: 201 takes it. */
  status: number;
  pushed: Pushed[];
  /** The guarded way out, with a directory in which every name is a public one and a wire that leads here. */
  connector: Connector;
  close(): Promise<void>;
}

/** A push service on a free port that takes what RFC 8030 describes, and keeps it. */
export const startPushService = async (): Promise<TestPushService> => {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (service.status === 201)
        service.pushed.push({ path: request.url!, headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(service.status).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const agent = Object.assign(new Agent(), { createConnection: () => connect(port, '127.0.0.1') });
  const service: TestPushService = {
    status: 201,
    pushed: [],
    connector: createConnector({
      agent,
      resolve: async () => [{ address: '93.184.216.34', family: 4 }],
    }),
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
      }),
  };
  return service;
};

export interface TestBrowser {
  /** A browser's subscription. */
  subscription: { endpoint: string; p256dh: string; auth: string; language: string };
  read(pushed: Pushed): Record<string, string>;
}

/** A browser that subscribed, with the keys that only it has. */
export const subscribe = (name: string): TestBrowser => {
  const key: ECDH = createECDH('prime256v1');
  const p256dh = key.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  return {
    subscription: { endpoint: `https://push.example.com/${name}`, p256dh, auth, language: 'en' },
    read: ({ body }) =>
      JSON.parse(
        ece.decrypt(body, { version: 'aes128gcm', privateKey: key, authSecret: auth }).toString(),
      ) as Record<string, string>,
  };
};
