import type { Context } from '../context.ts';
import { canonicalEmail } from '../core/emailAddress.ts';
import { derivedId } from '../core/derivedId.ts';
import { planJob } from '../core/jobs/queries.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { linkJobKind } from './mails.ts';
import { findReturning } from './queries.ts';

/** The id of the mail that a request leads to: the caller knows the request alone. */
export const mailIdOf = (siteId: string, requestId: string): string =>
  derivedId('sign-in', siteId, requestId);

/**
 * Plans the mail with a link, and with a code where the widget asks. Known or not, there's one look and one job: the answer takes as long, and the address itself
 * is kept nowhere.
 */
export const planLink = async (
  ctx: Context,
  site: Site,
  given: { id: string; email: string; language: string; hasCode?: boolean },
): Promise<void> => {
  const found = await findReturning(ctx, site.id, { emailKey: canonicalEmail(given.email) });
  const now = ctx.clock.now();
  const payload = {
    conversation: found?.conversationId ?? '',
    language: given.language,
    at: now,
    code: given.hasCode ? 1 : 0,
  };
  await ctx.database.write((tx) => [
    planJob(
      tx,
      site.id,
      { kind: linkJobKind, key: given.id, payload, runAt: now },
      now,
      mailIdOf(site.id, given.id),
    ),
  ]);
};
