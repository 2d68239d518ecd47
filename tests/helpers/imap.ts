import { randomUUID } from 'node:crypto';
import type { AddressInfo, Server, Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';

export interface TestMailbox {
  port: number;
  /** For `IMAP_URL`. */
  url: string;
  /** Puts a mail into the mailbox, and tells those who listen. */
  append(raw: string, at?: Date): void;
  /** Flags of each mail, in the order that they came. */
  flags(): string[][];
  /** Cuts every connection, as a server that goes down does. */
  cut(): void;
  /** Connections that were made so far. */
  readonly connections: number;
  /** The access token that it takes from now on (XOAUTH2); with one, no password is taken. */
  token: string;
  close(): Promise<void>;
}

/** A real IMAP server on a free port, with one mailbox in memory. */
export const startMailbox = async (
  options: { port?: number; uidValidity?: number; user?: string; password?: string; token?: string } = {},
): Promise<TestMailbox> => {
  const messages: { raw: string; flags: string[] }[] = [];
  const byToken = options.token !== undefined;
  const account = {
    password: byToken ? randomUUID() : (options.password ?? 'p@ss'),
    ...(byToken && { xoauth2: { accessToken: options.token } }),
  };
  const server = hoodiecrow({
    plugins: ['IDLE', 'ID', 'UIDPLUS', 'LITERALPLUS', ...(byToken ? ['SASL-IR', 'XOAUTH2'] : [])],
    users: { [options.user ?? 'replies']: account },
    storage: { INBOX: { messages: [], uidvalidity: options.uidValidity ?? 1 } },
  });
  const listener = server.server as Server;
  const sockets = new Set<Socket>();
  let connections = 0;
  listener.on('connection', (socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, () => resolve());
  });
  const { port } = listener.address() as AddressInfo;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    url: `imap://replies:${encodeURIComponent(options.password ?? 'p@ss')}@127.0.0.1:${port}/INBOX`,
    append(raw, at = new Date(0)) {
      const added = server.appendMessage('INBOX', [], at, raw.replace(/\r?\n/g, '\r\n'));
      messages.push(added.message);
    },
    flags: () => messages.map((message) => [...message.flags]),
    cut,
    get connections() {
      return connections;
    },
    get token() {
      return account.xoauth2?.accessToken ?? '';
    },
    set token(token) {
      account.xoauth2 = { accessToken: token };
    },
    async close() {
      cut();
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    },
  };
};
