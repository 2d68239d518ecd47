import type { Context } from '../context.ts';
import { foldAddress } from '../core/mail/addresses.ts';
import type { Site } from '../core/people/sites/sites.ts';

/** Links asked for: of one network address, and of one mailbox on one site. Counted for everybody, so it tells nothing. */
const asks = {
  network: { perMinute: 1 / 6, burst: 10 },
  mailbox: { perMinute: 1 / 60, burst: 3 },
};

/** Tries of one code: of a hundred million. */
export const tries = { perMinute: 1 / 60, burst: 5 };

/** Counts one who asks for a link, before anything they typed is looked at. */
export const takeNetworkAsk = (ctx: Context, address: string): void => {
  ctx.limiter.take('sign-in link network', address, asks.network);
};

/** Counts one mail that is asked for. @throws Failure `limited` */
export const takeMailboxAsk = (ctx: Context, site: Site, email: string): void => {
  ctx.limiter.take('sign-in link mailbox', `${site.id} ${foldAddress(email)}`, asks.mailbox);
};
