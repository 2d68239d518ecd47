import { readFile } from 'node:fs/promises';
import { getOriginal } from '../../../../shared/core/mail/routes.ts';
import { originalQuery } from '../../../../shared/core/mail/schema.ts';
import type { Context } from '../../../context.ts';
import { findAttachments } from '../../content/attachments/queries.ts';
import { attachmentPath } from '../../content/attachments/store.ts';
import { findMessages } from '../../conversations/queries/messages.ts';
import { derivedId } from '../../derivedId.ts';
import { notFound } from '../../http/failure.ts';
import { type Api, mountFile } from '../../http/mount.ts';
import { filesShown, withFiles } from './files.ts';

/** Pictures that come with one mail, as they are kept, bytes. */
const maxPictures = 8 * 1024 * 1024;

/**
 * Nothing runs, nothing is sent, nothing is fetched but what the reader asks for. The frame has no origin of its own, so
 * even what got through the cleaning is a stranger to Foyer.
 */
const policyWith = (images: boolean): string =>
  [
    'sandbox allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    `img-src data:${images ? ' https: http:' : ''}`,
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

/** The pictures that came with the mail, in the page itself: a frame without an origin has no cookie to ask for them. */
const picturesOf = async (
  ctx: Context,
  siteId: string,
  messageId: string,
  html: string,
): Promise<Map<number, string>> => {
  const places = new Map(
    filesShown(html).map((place) => [derivedId('mail file', messageId, String(place)), place]),
  );
  const rows = await findAttachments(ctx, siteId, [...places.keys()]);
  const found = new Map<number, string>();
  let left = maxPictures;
  for (const { id, type, width, messageId: of, size } of rows) {
    if (width === null || of !== messageId || (left -= size) < 0) continue;
    const bytes = await readFile(attachmentPath(ctx.config.dataDirectory, siteId, id)).catch(() => null);
    if (bytes) found.set(places.get(id) ?? 0, `data:${type};base64,${bytes.toString('base64')}`);
  }
  return found;
};

const pageOf = (html: string): string =>
  `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light only"><style>html{background:#fff;color:#111;font:15px/1.5 system-ui,sans-serif}body{margin:16px;overflow-wrap:anywhere}img{max-width:100%;height:auto}</style>${html}`;

/** The route of a mail's HTML, for the frame in which staff look at it. */
export const mountOriginal = (api: Api): void => {
  mountFile(
    api,
    getOriginal,
    {
      access: 'staff',
      rate: 'staff',
      query: originalQuery,
      operationId: 'getOriginalEmail',
      scope: 'conversations:read',
      summary: 'Read the HTML of an email, made harmless',
    },
    async ({ ctx, site, parameter, query, headers }) => {
      const [message] = await findMessages(ctx, site.id, [parameter('message')]);
      const file = message?.mail?.original?.file;
      if (!message || !file) throw notFound();
      const html = await readFile(attachmentPath(ctx.config.dataDirectory, site.id, file), 'utf8').catch(
        () => null,
      );
      if (html === null) throw notFound();
      headers.set('content-type', 'text/html; charset=utf-8');
      headers.set('content-security-policy', policyWith(query.images === 'on'));
      headers.set('referrer-policy', 'no-referrer');
      headers.set('cross-origin-resource-policy', 'same-origin');
      headers.set('cache-control', 'private, no-store');
      return new Response(pageOf(withFiles(html, await picturesOf(ctx, site.id, message.id, html))), {
        headers: headers.toInit(),
      });
    },
  );
};
