/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { type RequestCallback, requestCallback as requestBody } from '../../shared/callbacks/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import { newId } from '../../shared/core/ids.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { Failure, idOf, notFound } from '../core/http/failure.ts';
import { check } from '../core/http/validate.ts';
import { readResumeToken } from '../core/mail/signing.ts';
import { actingVisitor, addressOf, limitPage, pageVisitor, readForm } from '../core/pages/forms.ts';
import { type PageCall, privateHeaders, withSite } from '../core/pages/pages.tsx';
import { callbackCalendar } from './calendar.ts';
import { formPage } from './pages/form.tsx';
import { callbackPage, linkPage } from './pages/manage.tsx';
import { findCallback } from './queries.ts';
import { requestCallback } from './request.ts';
import { callbackForm, moveCallback } from './routes.ts';
import { takeStep } from './steps.ts';
import { calendarText } from './stateText.ts';

/* Calls without JavaScript: asking for one, and the page behind a mail's link. Nothing changes by opening a page. */

/** Takes the token out of the address, where it would stay in the history, and shows the call. */
const manageScript = `const field = document.querySelector('input[name=token]');
if (location.hash.length > 1) {
  field.value = location.hash.slice(1);
  field.hidden = true;
  history.replaceState(null, '', location.pathname + location.search);
  field.form.requestSubmit();
}
`;

/** Nothing to other sites. With `no-referrer` a browser would send our own forms without their origin. */
const headers = { ...privateHeaders, 'referrer-policy': 'same-origin' };

const formOf = ({ ctx, hono, site, language }: PageCall) =>
  callbackForm(ctx, site, language.tag, hono.req.header('accept-language') ?? '');

const readRequest = (form: Map<string, string>, { site, language }: PageCall): RequestCallback => {
  const when = form.get('when');
  return check(requestBody, {
    id: form.get('id'),
    number: form.get('number'),
    country: form.get('country'),
    when: when === 'soon' ? 'soon' : { start: Number(when || Number.NaN) },
    zone: site.settings.callback.hours.zone,
    language: language.tag,
    ...(form.get('consent') === 'yes' && { consent: true }),
    ...Object.fromEntries(
      ['topic', 'name', 'email', 'note', 'website'].flatMap((name) =>
        form.get(name)?.trim() ? [[name, form.get(name)]] : [],
      ),
    ),
  });
};

/** The callback of a link's token, or of the browser's own visitor. */
const ownCallback = async ({ ctx, site, hono }: PageCall, id: string, token: string) => {
  const link = token ? readResumeToken(ctx, token, 'call') : null;
  if (token && (!link || link.siteId !== site.id || link.endsAt <= ctx.clock.now())) return null;
  const visitorId = link?.visitorId ?? (await pageVisitor(ctx, site, hono))?.id;
  return visitorId === undefined ? null : findCallback(ctx, site.id, link?.conversationId ?? id, visitorId);
};

/** Asking for a call. */
const mountRequestPages = (app: Hono, ctx: Context): void => {
  app.get('/callbacks/manage.js', (hono) =>
    hono.body(manageScript, 200, {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'x-content-type-options': 'nosniff',
    }),
  );

  app.get('/sites/:site/callback', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono, 'suggest');
      if (!call.site.settings.features.callback) throw notFound();
      const page = formPage(call, await formOf(call), { values: {}, wrong: {}, id: newId(ctx.clock.now()) });
      return hono.html(page, 200, privateHeaders);
    })(hono),
  );

  app.post('/sites/:site/callback', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      if (!site.settings.features.callback) throw notFound();
      const form = await readForm(ctx, site, hono);
      const read = (name: string) => hono.req.header(name);
      try {
        const body = readRequest(form, call);
        const visitor = await actingVisitor(ctx, site, hono);
        const row = await requestCallback(ctx, site, visitor, body, addressOf(ctx, hono), read, true);
        return hono.redirect(`/sites/${site.key}/callbacks/${row.id}?lang=${language.tag}`, 303);
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        const page = formPage(call, await formOf(call), {
          values: Object.fromEntries(form),
          wrong: Object.fromEntries(
            Object.entries(error.fields).map(([field, code]) => [field.replace(/\..*$/, ''), code]),
          ),
          id: form.get('id') ?? newId(ctx.clock.now()),
        });
        return hono.html(page, error.code === 'conflict' ? 409 : 400, privateHeaders);
      }
    })(hono),
  );
};

/** The page behind a mail's link, and what is done there. */
const mountManagePages = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/callbacks/manage', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      return hono.html(linkPage(call, false), 200, headers);
    })(hono),
  );

  app.post('/sites/:site/callbacks/manage', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      const form = await readForm(ctx, site, hono);
      const token = (form.get('token') ?? '').trim().replace(/^.*#/s, '');
      const row = await ownCallback(call, form.get('callback') ?? '', token);
      if (!row) return hono.html(linkPage(call, true), 403, headers);
      if (form.get('act') === 'calendar') {
        const text = calendarText(site, row, call.language.tag);
        const calendar = callbackCalendar(ctx, site, row, text, null);
        if (calendar === null) throw notFound();
        return hono.body(calendar, 200, {
          ...headers,
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'attachment; filename="call.ics"',
        });
      }
      const actor = { kind: 'visitor', id: row.visitorId, name: '' } as const;
      const id = form.get('id') ?? '';
      let wrong: FieldCode | null = null;
      let status: 200 | 409 = 200;
      try {
        if (form.get('act') === 'move')
          await moveCallback(ctx, site, row.id, actor, {
            id: idOf(id),
            when: { start: Number(form.get('when')) },
          });
        if (form.get('act') === 'cancel')
          await takeStep(ctx, site, row.id, { id: idOf(id), step: 'cancel', actor });
      } catch (error) {
        // What it is now is shown, with the times that can be had.
        if (!(error instanceof Failure) || !['conflict', 'invalid'].includes(error.code)) throw error;
        wrong = error.fields?.['when'] ?? null;
        status = 409;
      }
      const now = assertPresent(await findCallback(ctx, site.id, row.id), 'no call is deleted');
      return hono.html(await callbackPage(call, now, await formOf(call), { token, wrong }), status, headers);
    })(hono),
  );
};

/** A call, shown to the browser that asked for it. */
const mountOwnCallbackPage = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/callbacks/:callback', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const row = await ownCallback(call, idOf(hono.req.param('callback')), '');
      if (!row) throw notFound();
      return hono.html(
        await callbackPage(call, row, await formOf(call), { token: '', wrong: null }),
        200,
        headers,
      );
    })(hono),
  );
};

/** Calls without scripts: asked for, changed and shown. */
export const mountCallbackPages = (app: Hono, ctx: Context): void => {
  mountRequestPages(app, ctx);
  mountManagePages(app, ctx);
  mountOwnCallbackPage(app, ctx);
};
