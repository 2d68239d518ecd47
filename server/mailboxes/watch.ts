import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import {
  type ConnectedMailbox,
  leaseMailbox,
  listToRead,
  releaseMailbox,
} from '../core/mail/connected/queries.ts';
import { keepReading } from '../core/mail/incoming/mailbox.ts';
import { sourceOf } from './source.ts';

/** The interval of looks for mailboxes that were added or changed, milliseconds. */
const lookEvery = 2_000;
/** A process that died lets go of its mailboxes after so long, milliseconds. */
const leaseTime = 60_000;

interface Reader {
  mailbox: ConnectedMailbox;
  /** When the lease is renewed. */
  renewAt: number;
  stop(): Promise<void>;
}

/** Reads every connected mailbox that no other process reads. */
export const createReaders = (ctx: Context) => {
  const process = randomUUID();
  const readers = new Map<string, Reader>();
  /** Lines that are being left, by the mailbox's id. */
  const leaving = new Map<string, Promise<unknown>>();

  const leave = (key: string, { mailbox, stop }: Reader): void => {
    readers.delete(key);
    const left = stop()
      .then(() => releaseMailbox(ctx, mailbox, process))
      .catch((err: unknown) => ctx.log.error({ err, mailbox: mailbox.id }, 'a mailbox was not let go of'))
      .finally(() => leaving.delete(mailbox.id));
    leaving.set(mailbox.id, left);
  };

  const take = async (mailbox: ConnectedMailbox, key: string): Promise<void> => {
    const now = ctx.clock.now();
    const reader = readers.get(key);
    if (reader && reader.renewAt > now) return;
    if (!(await leaseMailbox(ctx, mailbox, process, now, now + leaseTime))) {
      if (reader) leave(key, reader);
      return;
    }
    const renewAt = now + leaseTime / 3;
    if (reader) reader.renewAt = renewAt;
    else readers.set(key, { mailbox, renewAt, stop: keepReading(ctx, sourceOf(ctx, mailbox)) });
  };

  return {
    /** Begins with what was added, ends with what was paused, changed or deleted, and keeps the rest. */
    async look(): Promise<void> {
      const found = new Map((await listToRead(ctx)).map((row) => [`${row.id} ${row.revision}`, row]));
      for (const [key, reader] of readers) if (!found.has(key)) leave(key, reader);
      // Before it is read anew, the old line has let go of it.
      for (const [key, mailbox] of found) if (!leaving.has(mailbox.id)) await take(mailbox, key);
    },
    async stop(): Promise<void> {
      for (const [key, reader] of readers) leave(key, reader);
      await Promise.all(leaving.values());
    },
  };
};

/** Reads mailboxes for as long as the process runs. @returns a function that stops it, after the mails under way */
export const watchMailboxes = (ctx: Context): (() => Promise<void>) => {
  const readers = createReaders(ctx);
  let looking: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    looking ??= readers
      .look()
      .catch((err: unknown) => {
        ctx.metrics.faults.inc({ kind: 'imap' });
        ctx.log.error({ err }, 'mailboxes');
      })
      .finally(() => {
        looking = undefined;
      });
  }, lookEvery);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
    await readers.stop();
  };
};
