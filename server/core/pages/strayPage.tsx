/** @jsxImportSource hono/jsx */
import type { Context as HonoContext } from 'hono';
import { errorStatus } from '../../../shared/core/errors.ts';
import { languageNames } from '../../../shared/core/languages.ts';
import { failureResponse, type Failure } from '../http/failure.ts';
import { pageHeaders } from '../http/securityHeaders.ts';
import { stylesheetPath } from './styles.ts';
import { chooseLanguage, fill } from './texts.ts';

/** True for an address that a person opened: a program asks the API, or for something that is no page. */
const isOpenedByPerson = ({ req }: HonoContext): boolean =>
  (req.method === 'GET' || req.method === 'HEAD') &&
  !req.path.startsWith('/api/') &&
  (req.header('sec-fetch-mode') === 'navigate' || (req.header('accept') ?? '').includes('text/html'));

/**
 * The answer to what failed on no page of a site: a page for whoever opened the address (a link that a mail program cut,
 * a site that is gone), the failure itself for everybody else.
 */
export const strayResponse = (hono: HonoContext, failure: Failure): Response => {
  if (!isOpenedByPerson(hono)) return failureResponse(failure);
  const language = chooseLanguage(
    { languages: Object.keys(languageNames), texts: {} },
    hono.req.query('lang'),
    hono.req.header('accept-language'),
  );
  const { texts } = language;
  const status = errorStatus[failure.code];
  const [title, text] =
    failure.code === 'limited'
      ? [texts.tooManyTitle, fill(texts.tooManyText, { seconds: Math.ceil(failure.retryAfter ?? 60) })]
      : status >= 500
        ? [texts.brokenTitle, texts.brokenText]
        : [texts.notFoundTitle, texts.notFoundText];
  const page = (
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={stylesheetPath} />
      </head>
      <body>
        <main class="page" id="content">
          <h1>{title}</h1>
          <p>{text}</p>
        </main>
      </body>
    </html>
  );
  return hono.html(`<!doctype html>${String(page)}`, status, {
    ...pageHeaders,
    'cache-control': 'no-store',
    ...(failure.retryAfter !== undefined && { 'retry-after': String(Math.ceil(failure.retryAfter)) }),
  });
};
