/** @jsxImportSource hono/jsx */
import { toOpenApi } from '../http/openapi/document.ts';
import type { Api } from '../http/mount.ts';
import { pageHeaders } from '../http/securityHeaders.ts';
import { stylesheetPath } from './styles.ts';

const accessText = {
  public: 'any page of the site',
  visitor: 'the visitor’s secret',
  newcomer: 'a visitor’s secret, known or new',
  staff: 'staff of the site',
  session: 'anyone logged in',
  anonymous: 'our own pages',
} as const;

/** The OpenAPI document, and a page that a person can read. Both come from what is mounted. */
export const mountApiPage = (api: Api, version: string): void => {
  let document: string | undefined;
  api.app.get('/api/openapi.json', (hono) => {
    document ??= JSON.stringify(toOpenApi(api, api.ctx.webhooks.types, version));
    return hono.body(document, 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    });
  });

  api.app.get('/api', (hono) => {
    const page = (
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Foyer API</title>
          <link rel="stylesheet" href={stylesheetPath} />
        </head>
        <body>
          <main class="page">
            <h1>Foyer API</h1>
            <p>
              The same as <a href="/api/openapi.json">OpenAPI 3.1</a>, for programs. Every error is one of a
              closed set of codes and names the fields that it is about.
            </p>
            {api.operations.map(({ route, endpoint }) => (
              <section class="operation">
                <h2>
                  <code>
                    {route.method} {route.path}
                  </code>
                </h2>
                <p>{endpoint.summary}.</p>
                <p class="quiet">
                  For {accessText[endpoint.access]}
                  {endpoint.scope && `, or a token with ${endpoint.scope}`}.
                </p>
              </section>
            ))}
          </main>
        </body>
      </html>
    );
    return hono.html(`<!doctype html>${String(page)}`, 200, pageHeaders);
  });
};
