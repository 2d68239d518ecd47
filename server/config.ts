import { isIP } from 'node:net';
import { z } from 'zod';

/*
 * The only reader of the environment. Everything else gets a Config.
 */

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

const isNetwork = (text: string): boolean => {
  const [address = '', bits] = text.split('/');
  const family = isIP(address);
  if (family === 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
};

const origin = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  },
  { error: 'must be an http(s) origin such as https://help.example.com, without a path' },
);

const mailAddress = z.string().regex(/^[a-zA-Z0-9._-]{1,64}@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+$/, {
  error: 'must be an email address such as help@example.com',
});
/** RFC 5321 gives 64 characters to what stands before the `@`: `+` and 48 of signed token come after this. */
const maxReplyBaseLength = 15;

const schema = z.object({
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?|pglite):\/\/.*/, {
      error: 'must start with postgres:// (leave it out to use the SQLite file in DATA_DIR)',
    })
    .optional(),
  TRUST_PROXY: list
    .refine((networks) => networks.every(isNetwork), {
      error: 'must be a comma-separated list of addresses or networks, such as 10.0.0.0/8,::1',
    })
    .default([]),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, { error: 'must start with smtp:// or smtps://' })
    .optional(),
  IMAP_URL: z
    .string()
    .refine(
      (text) => {
        if (!/^imaps?:\/\/./.test(text) || !URL.canParse(text)) return false;
        const { username, password, hostname } = new URL(text);
        return [username, password, hostname].every((part) => part !== '');
      },
      {
        error:
          'must look like imaps://user:password@mail.example.com/INBOX (write special characters as %40 and so on)',
      },
    )
    .optional(),
  MAIL_FROM: mailAddress.optional(),
  REPLY_ADDRESS: mailAddress
    .refine((address) => address.lastIndexOf('@') <= maxReplyBaseLength, {
      error: `must have at most ${maxReplyBaseLength} characters before the @, to leave room for a signature`,
    })
    .optional(),
  MAIL_CHECKS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  MAIL_RECEIVER: z
    .string()
    .regex(/^[a-z0-9._-]{1,253}$/i, { error: 'must be a name, such as mx.example.com' })
    .optional(),
  INBOUND_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  EMBEDDINGS_URL: z
    .string()
    .regex(/^https?:\/\/.+/, { error: 'must be the URL of a /v1/embeddings endpoint (http or https)' })
    .optional(),
  EMBEDDINGS_MODEL: z.string().min(1).max(200).default('text-embedding-3-small'),
  EMBEDDINGS_KEY: z.string().min(1).optional(),
  SPAM_CHECK_URL: z
    .string()
    .regex(/^https?:\/\/.+/, { error: 'must be the URL of an Akismet-compatible comment check' })
    .optional(),
  OUTSIDE_PORTS: list
    .refine(
      (ports) => ports.every((port) => /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536),
      {
        error: 'must be a comma-separated list of port numbers, such as 443,8443',
      },
    )
    .default(['443']),
  PRIVATE_HOSTS: list
    .refine(
      (hosts) =>
        hosts.every((host) => URL.canParse(`http://${host}`) && new URL(`http://${host}`).host === host),
      {
        error: 'must be a comma-separated list of hosts, such as crm.internal,10.0.0.7:8080',
      },
    )
    .default([]),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  METRICS_TOKEN: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Origin under which browsers reach us, without a trailing slash. */
  readonly publicUrl: string;
  readonly dataDirectory: string;
  /** Absent: SQLite in `dataDirectory`. */
  readonly databaseUrl: string | undefined;
  /** Networks of the proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly smtpUrl: string | undefined;
  /** The mailbox that replies arrive in; absent: it is not read. */
  readonly imapUrl: string | undefined;
  readonly mail: {
    /** Whom mails come from. */
    readonly from: string;
    /** Replies come back by this address with a signed part after a `+`; absent: mails say where to answer instead. */
    readonly replyAddress: string | undefined;
    /** Bearer token of those who post incoming mails; absent: nobody may. */
    readonly inboundToken: string | undefined;
    /** True when it is looked up whether a mail comes from the domain that it names. */
    readonly checksSenders: boolean;
    /** The name by which the server that receives our mail says what it found of a sender; absent: it is not asked. */
    readonly receiver: string | undefined;
  };
  /** Where questions and typed texts are sent to be compared by meaning. Absent, as it is unless the owner says so: nowhere. */
  readonly embeddings:
    | { readonly url: string; readonly model: string; readonly key: string | undefined }
    | undefined;
  /** The service asked whether a comment is spam; absent for none. */
  readonly spamCheckUrl: string | undefined;
  /** Where webhooks and pushes may go beside public hosts on port 443. */
  readonly outside: {
    readonly ports: readonly number[];
    /** Machines of the house that owners may name, by name or address, with a port or for all. */
    readonly privateHosts: readonly string[];
  };
  readonly logLevel: string;
  /** Bearer token that `/metrics` asks for; absent: nobody sees them. */
  readonly metricsToken: string | undefined;
}

/** The environment is not usable; the message names every variable that is wrong, one a line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads and validates the configuration.
 * @param environment defaults to the process's; empty values count as absent
 * @throws ConfigError naming everything that is wrong at once
 */
export const readConfig = (environment: Record<string, string | undefined> = process.env): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`Invalid configuration:\n${problems.join('\n')}`);
  }
  const value = result.data;
  const publicUrl = new URL(value.PUBLIC_URL ?? `http://localhost:${value.PORT}`).origin;
  const publicHost = new URL(publicUrl).hostname;
  return {
    port: value.PORT,
    host: value.HOST,
    publicUrl,
    dataDirectory: value.DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    trustedProxies: value.TRUST_PROXY,
    smtpUrl: value.SMTP_URL,
    imapUrl: value.IMAP_URL,
    mail: {
      from: value.MAIL_FROM ?? value.REPLY_ADDRESS ?? `help@${publicHost}`,
      replyAddress: value.REPLY_ADDRESS,
      inboundToken: value.INBOUND_TOKEN,
      checksSenders: value.MAIL_CHECKS === 'on',
      receiver: value.MAIL_RECEIVER,
    },
    embeddings: value.EMBEDDINGS_URL
      ? { url: value.EMBEDDINGS_URL, model: value.EMBEDDINGS_MODEL, key: value.EMBEDDINGS_KEY }
      : undefined,
    spamCheckUrl: value.SPAM_CHECK_URL,
    outside: { ports: value.OUTSIDE_PORTS.map(Number), privateHosts: value.PRIVATE_HOSTS },
    logLevel: value.LOG_LEVEL,
    metricsToken: value.METRICS_TOKEN,
  };
};

/**
 * Which dialect the tables are made in. Decided once per process, because table objects are built when their module
 * loads; a process serves one database.
 */
export const dialect: 'sqlite' | 'postgres' = process.env['DATABASE_URL'] ? 'postgres' : 'sqlite';
