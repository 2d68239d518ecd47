/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import type { Context } from '../../context.ts';
import { notFound } from '../http/failure.ts';
import { type Parts, readParts } from '../people/sites/launcherParts.ts';
import { readEntries } from '../http/entries.ts';
import { type Asset, type AssetFolder, sendAsset } from '../http/assets.ts';
import { isAnyoneHere } from '../people/staff/queries.ts';
import { hazardHeadersOf, previewPageHeaders, staffPageHeaders } from '../http/securityHeaders.ts';

/** The loader is asked for again after so long, seconds: an update reaches every page within five minutes. */
const loaderFresh = 300;

const includeStart = '<!--# include virtual=';
const include = /<!--# include virtual="([^"]*)" -->/;

type Entries = ReturnType<typeof readEntries>;

/** The script tag and the widget's modules. */
const mountScripts = (app: Hono, widget: AssetFolder): void => {
  // Pages of any origin load these; they hold nothing of anybody.
  const shared = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

  for (const script of ['foyer.js', 'foyer-counts.js', 'foyer-opinion.js'])
    app.get(`/${script}`, (hono) => {
      const asset = widget.get(script);
      if (!asset) throw notFound();
      return sendAsset(hono, asset, { ...shared, 'cache-control': `public, max-age=${loaderFresh}` });
    });

  app.get('/assets/:name', (hono) => {
    const asset = widget.get(`assets/${hono.req.param('name')}`);
    if (!asset) throw notFound();
    return sendAsset(hono, asset, { ...shared, 'cache-control': 'public, max-age=31536000, immutable' });
  });
};

/** The inbox page, whatever stands behind its address, and the worker that takes its notifications. */
const mountInbox = (app: Hono, ctx: Context, widget: AssetFolder, entries: Entries): void => {
  const inbox = entries['inbox'];
  const sendInbox = async (hono: HonoContext): Promise<Response> => {
    if (!inbox) throw notFound();
    const isFresh = !(await isAnyoneHere(ctx));
    const page = (
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <meta name="foyer-origin" content={ctx.config.publicUrl} />
          {isFresh && <meta name="foyer-fresh" content="1" />}
          <title>Foyer</title>
          <link rel="icon" href="data:," />
          {inbox.css.map((file) => (
            <link rel="stylesheet" href={`/${file}`} />
          ))}
          <script type="module" src={`/${inbox.file}`}></script>
        </head>
        <body>
          <div id="inbox"></div>
          <noscript>The inbox needs JavaScript.</noscript>
        </body>
      </html>
    );
    return hono.html(`<!doctype html>${String(page)}`, 200, staffPageHeaders);
  };
  app.get('/inbox', sendInbox);
  const worker = entries['push-worker'];
  app.get('/inbox/push-worker.js', (hono) => {
    const asset = worker && widget.get(worker.file);
    if (!asset) throw notFound();
    // Always asked for anew: browsers keep a worker for as long as its bytes stay.
    return sendAsset(hono, asset, { 'cache-control': 'no-cache', 'service-worker-allowed': '/inbox' });
  });
  // What stands behind is the page's own business: a section of the console, an invitation, the first run.
  app.get('/inbox/*', sendInbox);
};

/** The page that the console shows the widget's look in. */
const mountPreview = (app: Hono, entries: Entries, { panel }: Parts): void => {
  const preview = entries['preview'];
  app.get('/console/preview', (hono) => {
    if (!preview) throw notFound();
    const page = (
      <html lang="en" data-panel={panel}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>Preview</title>
          <link rel="icon" href="data:," />
          {preview.css.map((file) => (
            <link rel="stylesheet" href={`/${file}`} />
          ))}
          <script type="module" src={`/${preview.file}`}></script>
        </head>
        <body>
          <div class="page" aria-hidden="true">
            {[1, 2, 3, 4, 5].map(() => (
              <i></i>
            ))}
          </div>
        </body>
      </html>
    );
    return hono.html(`<!doctype html>${String(page)}`, 200, previewPageHeaders);
  });
};

/** The demo site. */
const mountDemo = (app: Hono, ctx: Context, demo: AssetFolder): void => {
  /** The demo's pages are put together as a web server does it (SSI, as nginx writes it). */
  const sendMixed = async (hono: HonoContext, asset: Asset, headers: Record<string, string>) => {
    const { origin, pathname } = new URL(ctx.config.publicUrl + hono.req.path);
    const { protocol, host } = new URL(origin);
    const values: Record<string, string> = {
      scheme: protocol.slice(0, -1),
      http_host: host,
      uri: pathname,
    };
    const parts = new TextDecoder().decode(asset.bytes).split(include);
    const page = await Promise.all(
      parts.map(async (part, index) => {
        if (index % 2 === 0) return part;
        const path = part.replace(/\$(\w+)/g, (_, name: string) => values[name] ?? '');
        const included = await app.request(path);
        // As a web server does: the page is there without it.
        return included.ok ? included.text() : '';
      }),
    );
    return hono.html(page.join(''), 200, headers);
  };

  app.get('/demo', (hono) => hono.redirect('/demo/', 308));
  app.get('/demo/*', (hono) => {
    const path = hono.req.path.slice('/demo/'.length);
    const asset = demo.get(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    if (!asset) throw notFound();
    const headers = { ...hazardHeadersOf(path), 'cache-control': 'no-cache' };
    const isMixed = asset.type.startsWith('text/html') && Buffer.from(asset.bytes).includes(includeStart);
    return isMixed ? sendMixed(hono, asset, headers) : sendAsset(hono, asset, headers);
  });
};

/** The script tag, the widget's modules, the inbox page, and the demo site. */
export const mountFiles = (app: Hono, ctx: Context): void => {
  const widget = ctx.readAssets(ctx.folders.widget);
  const demo = ctx.readAssets(ctx.folders.demoSite);
  const parts = readParts(ctx.folders.widget);
  const entries = readEntries(ctx.folders.widget);
  mountScripts(app, widget);
  mountInbox(app, ctx, widget, entries);
  mountPreview(app, entries, parts);
  mountDemo(app, ctx, demo);
};
