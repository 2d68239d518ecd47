import type { ImapFlow } from 'imapflow';
import type { Context } from '../../../context.ts';
import type { ImapAddress } from '../imapAddress.ts';
import { asFailure } from '../../http/failure.ts';
import type { InboundResult } from '../mailReplies.ts';
import { maxMailBytes, takeMail, takeOversized } from './takeMail.ts';
import { findMailbox, type MailboxRow, saveMailbox } from './queries.ts';

/*
 * Mailboxes that mails arrive in, read by IMAP (RFC 3501, IDLE: RFC 2177). How far it was read is kept in the
 * database, mail by mail: after a crash nothing is skipped, and what is read again is known by its Message-ID.
 */

/** Pauses between tries to connect, milliseconds: doubled from the first, up to the last. */
const pauses = { first: 1_000, longest: 300_000 };
/** It is looked so often although nothing was said, milliseconds: a line can be dead and silent. */
const lookEvery = 300_000;
/** A mail that breaks us is left alone after so many tries: those behind it are not to wait for it. */
const maxTries = 5;
/** Maximum of postponed mails; beyond it, those behind them wait. */
const maxPostponed = 5_000;
const day = 24 * 3_600_000;
const timeouts = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 600_000 };

/** A mailbox with what becomes of its mails. */
export interface MailSource {
  /** Tells it from others, for good. */
  name: string;
  folder: string;
  /** Mails that came before are not read. */
  startsAt?: number;
  /** Finds out where it is now, and with what to log in. */
  connect(): Promise<ImapAddress>;
  take(raw: Buffer): Promise<InboundResult>;
  takeOversized(head: Buffer, bytes: number): Promise<InboundResult>;
  /** Lists a mail that was tried too often. */
  giveUp?(raw: Buffer): Promise<void>;
  /** Called when it was opened, when everything in it was looked at, when it broke, and when the line ends. */
  opened?(): void;
  read?(): Promise<void>;
  broke(error: unknown, again: number): Promise<void> | void;
  ended?(): void;
}

type Address = ImapAddress & { auth: { user: string; pass: string }; folder: string };

/** Reads `IMAP_URL`: `imaps://user:password@host:port/folder`. */
export const readImapUrl = (text: string): Address => {
  const url = new URL(text);
  const secure = url.protocol === 'imaps:';
  return {
    host: url.hostname,
    port: Number(url.port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    folder: decodeURIComponent(url.pathname.slice(1)) || 'INBOX',
  };
};

/** One connection to the mailbox: takes what is there and is not taken yet. */
const readMailbox = (ctx: Context, client: ImapFlow, mails: MailSource) => {
  const { name, startsAt = 0 } = mails;
  const tries = new Map<number, number>();

  /** @returns `taken`, `later` when its conversation has had enough for now, `stuck` when nothing can be stored now */
  const takeOne = async (uid: number): Promise<'taken' | 'later' | 'stuck'> => {
    const found = await client.fetchOne(`${uid}`, { size: true, internalDate: true }, { uid: true });
    // Somebody deleted it meanwhile.
    if (!found) return 'taken';
    if (new Date(found.internalDate ?? startsAt).getTime() < startsAt) return 'taken';
    if ((found.size ?? 0) > maxMailBytes) {
      const { headers } = (await client.fetchOne(`${uid}`, { headers: true }, { uid: true })) || {};
      if (headers) await mails.takeOversized(headers, found.size ?? 0);
      return 'taken';
    }
    const whole = await client.fetchOne(`${uid}`, { source: true }, { uid: true });
    const source = whole ? whole.source : undefined;
    if (!source) return 'taken';
    try {
      const result = await mails.take(source);
      // What is not ours is not ours to mark either: people may read this mailbox, too.
      if (result !== 'unknown' && result !== 'unreadable') seen.add(uid);
      return 'taken';
    } catch (error) {
      const { code } = asFailure(error);
      if (code === 'limited') return 'later';
      ctx.metrics.faults.inc({ kind: 'inbound' });
      ctx.log.error({ err: error, uid }, 'a mail could not be taken');
      const count = (tries.get(uid) ?? 0) + 1;
      tries.set(uid, count);
      if (code !== 'internal' || count < maxTries) return 'stuck';
      ctx.log.error({ uid }, 'a mail is left in the mailbox, unread: it was tried too often');
      await mails.giveUp?.(source);
      return 'taken';
    }
  };
  /** Taken, to be marked once that is kept. */
  const seen = new Set<number>();

  const keep = async (row: Omit<MailboxRow, 'at'>): Promise<void> => {
    await saveMailbox(ctx, row);
    for (const uid of seen) await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true });
    seen.clear();
  };

  /** @returns true when something is left to be tried again soon */
  return async (isStopped: () => boolean): Promise<boolean> => {
    const { mailbox } = client;
    if (!mailbox) throw new Error('the mailbox is not open');
    const uidValidity = `${mailbox.uidValidity}`;
    const known = await findMailbox(ctx, name);
    const row =
      known?.uidValidity === uidValidity ? known : { name, uidValidity, uid: 0, later: [] as number[] };
    for (const uid of [...row.later]) {
      if (isStopped()) return false;
      const outcome = await takeOne(uid);
      if (outcome === 'stuck') return true;
      if (outcome === 'later') continue;
      row.later = row.later.filter((one) => one !== uid);
      await keep(row);
    }
    const since = startsAt > 0 && { since: new Date(startsAt - day) };
    const found = (await client.search({ uid: `${row.uid + 1}:*`, ...since }, { uid: true })) || [];
    // The last mail answers to `n:*`, however low its number is.
    for (const uid of found.filter((one) => one > row.uid).sort((one, other) => one - other)) {
      if (isStopped()) return false;
      const outcome = await takeOne(uid);
      if (outcome === 'stuck' || (outcome === 'later' && row.later.length >= maxPostponed)) return true;
      if (outcome === 'later') row.later = [...row.later, uid];
      row.uid = uid;
      await keep(row);
    }
    return row.later.length > 0;
  };
};

/** The delay before a mail that was put off, or could not be stored, is tried again, milliseconds. */
const againAfter = 15_000;

/** Says why the mailbox cannot be read, and when it is tried again. */
const reportFault = (ctx: Context, err: unknown, again: number): void => {
  ctx.metrics.faults.inc({ kind: 'imap' });
  // The library's errors carry what was said on the line, and that may be a mail's.
  const { code, authenticationFailed, message } = err as Error & {
    code?: string;
    authenticationFailed?: boolean;
  };
  ctx.log.error({ code, authenticationFailed, reason: message, again }, 'the mailbox cannot be read');
};

const openClient = async (address: ImapAddress): Promise<ImapFlow> => {
  // A sixth of what a start loads, for the few who have a mailbox read.
  const imap = await import('imapflow');
  return new imap.ImapFlow({ ...address, ...timeouts, logger: false, disableAutoIdle: true });
};

/** Opens a mailbox, does something with it and leaves it. @throws what keeps it from that */
export const withMailbox = async <Value>(
  address: ImapAddress,
  { folder, readOnly }: { folder: string; readOnly: boolean },
  work: (client: ImapFlow) => Promise<Value>,
): Promise<Value> => {
  const client = await openClient(address);
  const broken = new Promise<never>((_, reject) => {
    client.on('error', reject);
  });
  broken.catch(() => {});
  try {
    await Promise.race([client.connect(), broken]);
    await Promise.race([client.mailboxOpen(folder, { readOnly }), broken]);
    return await Promise.race([work(client), broken]);
  } finally {
    client.close();
  }
};

/** Opens the mailbox of an address and leaves it, with nothing read or changed. @throws what keeps it from that */
export const tryMailbox = async (imapUrl: string): Promise<void> => {
  const { folder, ...address } = readImapUrl(imapUrl);
  await withMailbox(address, { folder, readOnly: true }, async () => {});
};

/**
 * Reads a mailbox until it is stopped, and connects again when the line breaks.
 * @returns a function that stops it, after the mail that is under way
 */
export const keepReading = (ctx: Context, mails: MailSource): (() => Promise<void>) => {
  let stopped = false;
  let leave: () => void = () => {};
  const stop = new Promise<void>((resolve) => {
    leave = resolve;
  });

  /** Reads until the line breaks. @throws what broke it */
  const stay = async (onOpen: () => void): Promise<void> => {
    const client = await openClient(await mails.connect());
    let fail: (error: unknown) => void = () => {};
    const broken = new Promise<never>((_, reject) => {
      fail = reject;
    });
    broken.catch(() => {});
    client.on('error', (error) => fail(error));
    client.on('close', () => fail(new Error('the line was closed')));
    let wake: () => void = () => {};
    let isBehind = false;
    client.on('exists', () => {
      isBehind = true;
      wake();
    });
    try {
      await Promise.race([client.connect(), broken, stop]);
      if (stopped) return;
      await Promise.race([client.mailboxOpen(mails.folder), broken]);
      mails.opened?.();
      onOpen();
      const read = readMailbox(ctx, client, mails);
      while (!stopped) {
        isBehind = false;
        const hasMore = await Promise.race([read(() => stopped), broken]);
        if (!stopped) await mails.read?.();
        if (isBehind || stopped) continue;
        let timer: NodeJS.Timeout | undefined;
        const woken = new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, hasMore ? againAfter : lookEvery);
          timer.unref();
        });
        // Ends with the next command.
        client.idle().catch(fail);
        await Promise.race([woken, broken, stop]);
        clearTimeout(timer);
      }
    } finally {
      mails.ended?.();
      client.removeAllListeners('close');
      client.close();
    }
  };

  const run = async (): Promise<void> => {
    let pause = pauses.first;
    while (!stopped) {
      try {
        await stay(() => {
          pause = pauses.first;
        });
      } catch (err) {
        await mails.broke(err, pause);
      }
      if (stopped) return;
      await Promise.race([ctx.clock.sleep(pause * (0.75 + Math.random() / 2)), stop]);
      pause = Math.min(pauses.longest, pause * 2);
    }
  };
  const running = run();
  return async () => {
    stopped = true;
    leave();
    await running;
  };
};

/**
 * Reads the mailbox of `IMAP_URL` for as long as the process runs. Nothing without one.
 * @returns a function that stops it, after the mail that is under way
 */
export const watchMailbox = (ctx: Context): (() => Promise<void>) => {
  const { imapUrl } = ctx.config;
  if (imapUrl === undefined) return async () => {};
  const { folder, ...address } = readImapUrl(imapUrl);
  return keepReading(ctx, {
    name: `${address.auth.user}@${address.host}/${folder}`,
    folder,
    connect: async () => address,
    take: (raw) => takeMail(ctx, raw),
    takeOversized: (head, bytes) => takeOversized(ctx, head, bytes),
    opened: () => ctx.metrics.mailbox.set(1),
    ended: () => ctx.metrics.mailbox.set(0),
    broke: (error, again) => reportFault(ctx, error, again),
  });
};
