import { postChat } from '../../shared/chat/routes.ts';
import { postStaffMessage } from '../../shared/inbox/routes.ts';
import type { Message } from '../../shared/core/conversations/schema.ts';
import type { SiteSettings } from '../../shared/siteSettings.ts';
import { runDueJobs } from '../../server/core/jobs/runner.ts';
import type { Overrides } from '../../server/openWorkers.ts';
import { newId, newSecret, startTestServer, type TestServer } from './server.ts';
import { startMailServer, type TestMailServer } from './smtp.ts';

export const minute = 60_000;
export const inboundToken = 'inbound-token-of-the-test';

export interface MailStage {
  server: TestServer;
  smtp: TestMailServer;
  cookie: string;
  secret: string;
  /** Opens a chat. @returns its id */
  open(body?: string, more?: Record<string, unknown>): Promise<string>;
  reply(conversation: string, body: string, visibility?: 'public' | 'note'): Promise<Message>;
  /** Lets time pass and does what is due then. */
  pass(milliseconds: number): Promise<void>;
  /** Posts a mail as a provider's hook would. */
  inbound(
    raw: string | Buffer,
    headers?: Record<string, string>,
  ): Promise<{ status: number; result?: string }>;
  close(): Promise<void>;
}

/** A server with a mail server beside it, and a visitor who left an address. */
export const mailStage = async (
  options: {
    settings?: Partial<SiteSettings>;
    environment?: Record<string, string>;
    overrides?: Overrides;
  } = {},
): Promise<MailStage> => {
  const smtp = await startMailServer();
  const server = await startTestServer({
    ...options,
    environment: {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'help@help.test.example',
      REPLY_ADDRESS: 'replies@help.test.example',
      INBOUND_TOKEN: inboundToken,
      ...options.environment,
    },
  });
  const cookie = await server.logIn();
  const secret = newSecret();
  const stage: MailStage = {
    server,
    smtp,
    cookie,
    secret,
    async open(body = 'Hello, is my frame ready?', more = {}) {
      const reply = await server.call(postChat, {
        secret: stage.secret,
        body: { id: newId(), body, language: 'en', name: 'Zoë', email: 'zoe@visitor.example', ...more },
      });
      if (reply.status !== 200) throw new Error(`chat answered ${reply.status}`);
      return reply.body.conversation.id;
    },
    async reply(conversation, body, visibility = 'public') {
      const reply = await server.call(postStaffMessage, {
        cookie: stage.cookie,
        path: { conversation },
        body: { id: newId(), body, visibility },
      });
      if (reply.status !== 200) throw new Error(`reply answered ${reply.status}`);
      return reply.body.message;
    },
    async pass(milliseconds) {
      server.clock.pass(milliseconds);
      await runDueJobs(server.ctx);
    },
    async inbound(raw, headers = {}) {
      const response = await server.request('POST', '/api/mail/inbound', {
        body: typeof raw === 'string' ? raw.replace(/\r?\n/g, '\r\n') : new Uint8Array(raw),
        headers: {
          origin: '',
          authorization: `Bearer ${inboundToken}`,
          'content-type': 'message/rfc822',
          ...headers,
        },
      });
      return { status: response.status, ...((await response.json()) as object) };
    },
    async close() {
      await server.close();
      await stage.smtp.close();
    },
  };
  return stage;
};
