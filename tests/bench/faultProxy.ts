import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The rate of each fault: shares of requests, and of the pieces of streams. */
export interface Faults {
  /** The line breaks before the request reaches the server. */
  beforeRequest: number;
  /** The server has answered, and the answer is lost. */
  beforeReply: number;
  /** The answer breaks off in its middle. */
  midReply: number;
  /** Requests that are held, and for how long at the most, milliseconds. */
  delay: number;
  longestDelay: number;
  /** A stream breaks at a piece. */
  cutStream: number;
  /** A piece of a stream is held while the pieces of others go on. */
  holdStream: number;
}

export const noFaults: Faults = {
  beforeRequest: 0,
  beforeReply: 0,
  midReply: 0,
  delay: 0,
  longestDelay: 0,
  cutStream: 0,
  holdStream: 0,
};

export interface FaultProxy {
  port: number;
  faults: Faults;
  /** Faults that struck, by kind. */
  readonly struck: Record<string, number>;
  close(): Promise<void>;
}

/**
 * Stands between clients and a server on this machine, and does to their requests what bad networks do.
 * @param target the server's port
 * @param random 0..1, seeded, so that a run can be repeated
 */
export const openFaultProxy = (target: number, random: () => number): Promise<FaultProxy> => {
  const struck: Record<string, number> = {};
  const proxy = { faults: noFaults } as { faults: Faults };
  const strikes = (kind: keyof Omit<Faults, 'longestDelay'>): boolean => {
    const does = random() < proxy.faults[kind];
    if (does) struck[kind] = (struck[kind] ?? 0) + 1;
    return does;
  };

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer): void => {
    const isStream = incoming.url!.includes('/live');
    const call = request(
      {
        port: target,
        host: '127.0.0.1',
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
        agent: false,
      },
      (answer) => {
        if (!isStream && strikes('beforeReply')) {
          answer.resume();
          answer.on('end', () => outgoing.destroy());
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        let held = Promise.resolve();
        answer.on('data', (piece: Buffer) => {
          if (!isStream) {
            if (strikes('midReply')) {
              outgoing.write(piece.subarray(0, piece.length >> 1));
              outgoing.destroy();
              answer.destroy();
            } else outgoing.write(piece);
            return;
          }
          if (strikes('cutStream')) {
            outgoing.write(piece.subarray(0, piece.length >> 1));
            outgoing.destroy();
            answer.destroy();
            return;
          }
          // In its own order always: a stream that reordered its own pieces would be no TCP.
          const wait = strikes('holdStream') ? random() * proxy.faults.longestDelay : 0;
          held = held.then(async () => {
            if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
            if (!outgoing.destroyed) outgoing.write(piece);
          });
        });
        answer.on('end', () => void held.then(() => outgoing.end()));
        answer.on('error', () => outgoing.destroy());
        answer.on('aborted', () => outgoing.destroy());
      },
    );
    call.on('error', () => outgoing.destroy());
    outgoing.on('close', () => call.destroy());
    call.end(body);
  };

  const server: Server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('error', () => {});
    outgoing.on('error', () => {});
    incoming.on('end', () => {
      if (strikes('beforeRequest')) return outgoing.destroy();
      const go = (): void => pass(incoming, outgoing, Buffer.concat(parts));
      if (strikes('delay')) setTimeout(go, random() * proxy.faults.longestDelay);
      else go();
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(
        Object.assign(proxy, {
          port: (server.address() as AddressInfo).port,
          struck,
          close: () =>
            new Promise<void>((done) => {
              server.close(() => done());
              server.closeAllConnections();
            }),
        }),
      ),
    );
  });
};
