import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import * as contract from '../../../shared/core/brand/routes.ts';
import { brandImageReply, brandUpload } from '../../../shared/core/brand/schema.ts';
import { id as uuid } from '../../../shared/core/fields.ts';
import type { Context } from '../../context.ts';
import { attachmentPath } from '../content/attachments/store.ts';
import { notFound } from '../http/failure.ts';
import { type Api, mount } from '../http/mount.ts';
import { limitPage } from '../pages/forms.ts';
import { takeBrandImage } from './receive.ts';
import { findBrandImage } from './queries.ts';

/** Takes pictures for a site's look, from those who may change its settings. */
export const mountBrand = (api: Api): void => {
  mount(
    api,
    contract.uploadBrandImage,
    {
      access: 'staff',
      rate: 'staff',
      role: 'admin',
      query: brandUpload,
      reply: brandImageReply,
      takesFile: true,
      operationId: 'uploadBrandImage',
      scope: 'settings:write',
      summary: 'Upload a logo, icon or share image',
    },
    async ({ ctx, site, query, request, read, address }) => ({
      image: await takeBrandImage(ctx, site, query, { request, read, address }),
    }),
  );
};

/** Gives everybody the pictures of a site's look. Their bytes never change under one address. */
export const mountBrandPages = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/images/:image', async (hono) => {
    limitPage(ctx, hono);
    const site = await ctx.sites.byKey(hono.req.param('site'));
    const { data: image } = uuid.safeParse(hono.req.param('image'));
    const row = site && image !== undefined && (await findBrandImage(ctx, site.id, image));
    if (!row) throw notFound();
    const file = attachmentPath(ctx.config.dataDirectory, row.siteId, row.id);
    const found = await stat(file).catch(() => null);
    if (!found) throw notFound();
    return hono.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
      'content-type': 'image/png',
      'content-length': String(found.size),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
};
