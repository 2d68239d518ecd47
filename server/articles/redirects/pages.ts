import type { Hono } from 'hono';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { limitPage } from '../../core/pages/forms.ts';
import { strayResponse } from '../../core/pages/strayPage.tsx';
import { formerPathOf } from './formerPath.ts';
import { pathOfRedirect } from './leading.ts';
import { findByHost } from './queries.ts';

/**
 * Leads on from the addresses of another help desk, once its host name points here: the host and the path have to be
 * those that an import noted, and the way leads to a page of ours alone.
 */
export const mountFormerAddresses = (app: Hono, ctx: Context): void => {
  for (const pattern of ['/hc/:rest{.+}', '/article/:rest{.+}'])
    app.get(pattern, async (hono) => {
      limitPage(ctx, hono);
      const host = (hono.req.header('host') ?? '').toLowerCase();
      const found = host === '' ? [] : await findByHost(ctx, host, formerPathOf(hono.req.path));
      const [redirect] = found;
      // Two sites that both had it: nobody knows whose visitor this is.
      const site = redirect && found.length === 1 ? await ctx.sites.byId(redirect.siteId) : null;
      const path = redirect && site ? await pathOfRedirect(ctx, site, redirect) : null;
      return path === null
        ? strayResponse(hono, notFound())
        : hono.redirect(`${ctx.config.publicUrl}${path}`, 301);
    });
};
