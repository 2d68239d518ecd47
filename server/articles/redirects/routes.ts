import { stringify } from 'csv-stringify';
import { Readable } from 'node:stream';
import { exportArticleRedirects } from '../../../shared/articles/routes.ts';
import type { Context } from '../../context.ts';
import { type Api, mountFile } from '../../core/http/mount.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { addressOf } from './formerPath.ts';
import { pathOfRedirect } from './leading.ts';
import { pageOfRedirects } from './queries.ts';

/** Redirects read at a time. */
const pageLength = 500;

async function* rowsOf(ctx: Context, site: Site) {
  for (let after = ''; ; ) {
    const page = await pageOfRedirects(ctx, site.id, after, pageLength);
    for (const row of page) {
      const path = await pathOfRedirect(ctx, site, row);
      // What nobody may read leads nowhere.
      if (path !== null) yield [addressOf(row), `${ctx.config.publicUrl}${path}`];
    }
    const last = page.at(-1);
    if (!last || page.length < pageLength) return;
    after = last.path;
  }
}

/** The export of old addresses, for a server of the owner's own. */
export const mountRedirects = (api: Api): void =>
  mountFile(
    api,
    exportArticleRedirects,
    {
      access: 'staff',
      rate: 'staff',
      scope: 'content:read',
      operationId: 'exportArticleRedirects',
      summary: 'Export old addresses of imported articles, and where each is now',
    },
    async ({ ctx, site, headers }) => {
      headers.set('content-type', 'text/csv; charset=utf-8');
      headers.set('content-disposition', 'attachment; filename="redirects.csv"');
      const table = stringify({ header: true, columns: ['old', 'new'], escape_formulas: true });
      const body = Readable.toWeb(Readable.from(rowsOf(ctx, site)).pipe(table));
      return new Response(body as ReadableStream, { headers: headers.toInit() });
    },
  );
