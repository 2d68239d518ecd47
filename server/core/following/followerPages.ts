import type { Hono } from 'hono';
import type { Context } from '../../context.ts';
import { notFound } from '../http/failure.ts';
import { type FollowLink, mountFollowLinks } from '../mail/followPage.tsx';
import { type MailPurpose, readMailToken } from '../mail/signing.ts';
import { chooseLanguage, type PageLanguage } from '../pages/texts.ts';
import type { Site } from '../people/sites/sites.ts';
import type { Follower } from './table.ts';

/** The followed thing as the page behind a mail's link names it. */
interface Followed {
  title: string;
  href: string | null;
  /** All ids of it: those of its duplicates, too. */
  subjects: readonly string[];
}

/**
 * Mounts the pages behind the links of mails to a feature's followers.
 * @param base the path that they stand under
 */
export const mountFollowerPages = <Row extends Follower>(
  app: Hono,
  ctx: Context,
  base: string,
  given: {
    purposes: { follow: MailPurpose; unfollow: MailPurpose };
    findFollowerById(ctx: Context, id: string): Promise<Row | null>;
    confirmFollow(ctx: Context, follower: Follower): Promise<unknown>;
    endFollows(ctx: Context, follower: Follower, subjects: readonly string[]): Promise<unknown>;
    textsOf(language: string): FollowLink['texts'];
    /** @throws Failure `not_found` where the page is not to be seen without it */
    find(site: Site, follower: Row, language: PageLanguage): Promise<Followed>;
  },
): void =>
  mountFollowLinks(app, ctx, base, async (hono, purpose) => {
    const id = readMailToken(ctx, given.purposes[purpose], hono.req.param('token') ?? '');
    // The signature vouches for the id, whichever site's it is.
    const follower = id ? await given.findFollowerById(ctx, id) : null;
    const site = follower && (await ctx.sites.byId(follower.siteId));
    if (!follower || !site) throw notFound();
    const language = chooseLanguage(site.settings, hono.req.query('lang') ?? follower.language, undefined);
    const { title, href, subjects } = await given.find(site, follower, language);
    return {
      site,
      language,
      texts: given.textsOf(language.tag),
      title,
      href,
      act: () =>
        purpose === 'follow' ? given.confirmFollow(ctx, follower) : given.endFollows(ctx, follower, subjects),
    };
  });
