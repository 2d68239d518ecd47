import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  id: string;
  event: { type: string; timestamp: string; site: string; sequence: number; data: Record<string, never> };
}

export type Answer = { status: number; headers?: Record<string, string>; body?: string } | 'hang up';

export interface TestReceiver {
  url: string;
  host: string;
  received: Received[];
  /** Answers to the next requests, each once; then 204. */
  answers: Answer[];
  types(): string[];
  close(): Promise<void>;
}

/** A program of the owner's that webhooks are sent to. */
export const startReceiver = async (): Promise<TestReceiver> => {
  const received: Received[] = [];
  const answers: Answer[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      received.push({
        headers: request.headers,
        body,
        id: String(request.headers['webhook-id']),
        event: JSON.parse(body) as Received['event'],
      });
      const answer = answers.shift() ?? { status: 204 };
      if (answer === 'hang up') return void request.socket.destroy();
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/hook`,
    host,
    received,
    answers,
    types: () => received.map(({ event }) => event.type),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Whether one of a request's signatures is by this secret, computed by the letter of Standard Webhooks 1.0. */
export const isSignedBy = (
  secret: string,
  { headers, body }: Pick<Received, 'headers' | 'body'>,
): boolean => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(expected);
};
