import * as contract from '../../../shared/comments/routes.ts';
import * as schema from '../../../shared/comments/schema.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { firstName } from '../../core/people/names.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { Session } from '../../core/people/staff/staff.ts';
import { recordAudit } from '../../core/people/staff/writes.ts';
import { pageOf } from '../list.ts';
import { decide, setOpen } from '../moderate.ts';
import { pin } from '../pinning.ts';
import { findComment } from '../queries/comments.ts';
import { findPages, type PageRow } from '../queries/pages.ts';
import { isOpen } from '../rules.ts';
import { makePass, readPass } from './pass.ts';

const viewOf = async (
  ctx: Context,
  site: Site,
  { session, page }: { session: Session; page: PageRow },
): Promise<schema.PageModeration> => {
  const [now = page] = await findPages(ctx, site.id, [page.id]);
  return {
    name: firstName(session.staff.name),
    open: isOpen(site.settings.comments, now, now.url, ctx.clock.now()),
  };
};

/** Does one thing, and writes down whose it is under the name that it has in the inbox. */
const moderate = async (
  ctx: Context,
  site: Site,
  { session, page }: { session: Session; page: PageRow },
  body: schema.ModeratePage,
): Promise<void> => {
  const done = (route: { method: string; path: string }) =>
    recordAudit(ctx, [site.id], session.staff.id, `${route.method} ${route.path}`);
  if ('open' in body) {
    await setOpen(ctx, site, page.id, body.open);
    return done(contract.postPageOpen);
  }
  const row = await findComment(ctx, site.id, body.comment);
  if (row?.pageId !== page.id) throw notFound();
  if ('pinned' in body) {
    await pin(ctx, site, row.id, body.pinned);
    return done(contract.postPin);
  }
  await decide(ctx, site, [row.id], body.hidden ? 'spam' : 'approve');
  return done(contract.postDecisions);
};

/** Moderating on the page itself: a pass from the inbox, and what it's good for. */
export const mountOnPage = (api: Api): void => {
  mount(
    api,
    contract.postPagePass,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      scope: null,
      person: 'a link for somebody to moderate with by hand',
      audit: false,
      reply: schema.pagePass,
      operationId: 'makeCommentPagePass',
      summary: 'Make a link for moderating a page’s comments on that page',
    },
    async ({ ctx, site, session, parameter }) => makePass(ctx, site, session, parameter('page')),
  );

  mount(
    api,
    contract.getPageModeration,
    {
      access: 'public',
      rate: 'read',
      query: schema.pageQuery,
      reply: schema.pageModeration,
      operationId: 'getCommentPageModeration',
      summary: 'Read how a page’s comments stand, with a pass',
    },
    async ({ ctx, site, query, read }) => {
      const holder = await readPass(ctx, site, read('authorization'));
      if (pageOf(site, query).key !== holder.page.key) throw notFound();
      return viewOf(ctx, site, holder);
    },
  );

  mount(
    api,
    contract.postPageModeration,
    {
      access: 'public',
      rate: 'write',
      body: schema.moderatePage,
      reply: schema.pageModeration,
      operationId: 'moderateCommentPage',
      summary: 'Close a page’s comments, or pin or hide one, on the page itself',
    },
    async ({ ctx, site, body, read }) => {
      const holder = await readPass(ctx, site, read('authorization'));
      await moderate(ctx, site, holder, body);
      return viewOf(ctx, site, holder);
    },
  );
};
