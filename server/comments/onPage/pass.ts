import { isAtLeast } from '../../../shared/core/people/roles.ts';
import type { Context } from '../../context.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { readSignedText, signText } from '../../core/mail/signing.ts';
import { findRole } from '../../core/people/staff/queries.ts';
import type { Session } from '../../core/people/staff/staff.ts';
import { findSessionByHash } from '../../core/people/staff/writes.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { findPages, type PageRow } from '../queries/pages.ts';

const purpose = 'comments on their page';

/** A pass ends after so long, and before with the login that made it, milliseconds. */
const passLifetime = 8 * 3_600_000;

const requirePage = async (ctx: Context, siteId: string, id: string): Promise<PageRow> => {
  const [page] = await findPages(ctx, siteId, [id]);
  if (!page) throw notFound();
  return page;
};

/**
 * Makes the link that lets whoever is logged in moderate one page's comments there. The login itself never reaches the
 * host's page: its scripts can read what's in its address, and a pass is worth the comments of that page alone.
 * @throws Failure `not_found`
 */
export const makePass = async (
  ctx: Context,
  site: Site,
  session: Session,
  pageId: string,
): Promise<{ url: string; endsAt: number }> => {
  const page = await requirePage(ctx, site.id, pageId);
  const endsAt = ctx.clock.now() + passLifetime;
  const token = signText(ctx, purpose, JSON.stringify([site.id, page.id, session.hash, endsAt]));
  // After the `#`: it reaches no server's log, and no other page as a referrer.
  return { url: `${page.url.replace(/#.*/s, '')}#foyer-moderate=${token}`, endsAt };
};

/**
 * Finds who holds a pass, and for which page. Their login and their role are looked at each time.
 * @throws Failure `unauthenticated` for one that isn't ours, or has ended; `forbidden` without the role
 */
export const readPass = async (
  ctx: Context,
  site: Site,
  header: string | undefined,
): Promise<{ session: Session; page: PageRow }> => {
  const text = readSignedText(ctx, purpose, /^Bearer (\S+)$/.exec(header ?? '')?.[1] ?? '');
  const [siteId, pageId, hash, endsAt] = text
    ? (JSON.parse(text) as [string, string, string, number])
    : ['', '', '', 0];
  const session = siteId === site.id && endsAt > ctx.clock.now() ? await findSessionByHash(ctx, hash) : null;
  if (!session)
    throw new Failure('unauthenticated', 'This link has ended. Please open it from the inbox again.');
  const role = await findRole(ctx, site.id, session);
  if (!role || !isAtLeast(role, 'moderator')) throw new Failure('forbidden', 'Your role doesn’t allow this.');
  return { session, page: await requirePage(ctx, site.id, pageId) };
};
