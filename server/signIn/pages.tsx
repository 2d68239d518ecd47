/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { z } from 'zod';
import { email as emailSchema, id as idSchema, longest } from '../../shared/core/fields.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { listOfVisitor } from '../core/conversations/queries/conversations.ts';
import { Failure } from '../core/http/failure.ts';
import { check } from '../core/http/validate.ts';
import { fieldNotes, TrapField } from '../core/pages/fieldNotes.tsx';
import { addressOf, limitPage, pageVisitor, readForm } from '../core/pages/forms.ts';
import { Layout, Time } from '../core/pages/layout.tsx';
import { withLanguage } from '../core/pages/links.ts';
import { type PageCall, privateHeaders, withSite } from '../core/pages/pages.tsx';
import { takeMailboxAsk, takeNetworkAsk } from './limits.ts';
import { signInTexts } from './texts.ts';
import { planLink } from './writes.ts';

/** Path of the page, below the site's own. */
export const signInPath = 'sign-in';

/** Conversations listed at the most. */
const maxListed = 50;

const askLink = z.object({ id: idSchema, email: emailSchema });

const headers = { ...privateHeaders, 'referrer-policy': 'same-origin' };

type Row = Awaited<ReturnType<typeof listOfVisitor>>[number];

/** The conversations of this browser's visitor. */
const Conversations = ({ call: { site, language }, rows }: { call: PageCall; rows: readonly Row[] }) => (
  <ul class="list">
    {rows.map((row) => (
      <li>
        <a href={withLanguage(`/sites/${site.key}/conversations/${row.id}`, language.tag)}>
          <strong>
            <bdi>{row.subject}</bdi>
          </strong>
          <span class="quiet">
            <Time at={row.lastMessageAt} language={language} zone={row.zone ?? site.settings.hours.zone} />
          </span>
        </a>
      </li>
    ))}
  </ul>
);

const LinkForm = ({
  call: { ctx, site, language },
  given,
}: {
  call: PageCall;
  given: { email: string; isWrong: boolean };
}) => {
  const texts = signInTexts(language.tag);
  const { problem, marks } = fieldNotes(
    given.isWrong ? { email: 'not_email' } : {},
    () => language.texts.wrong_not_email,
  );
  return (
    <form method="post" action={withLanguage(`/sites/${site.key}/${signInPath}`, language.tag)}>
      <p class="quiet">{texts.lead}</p>
      <input type="hidden" name="id" value={newId(ctx.clock.now())} />
      <label for="email">{language.texts.yourEmail}</label>
      <input
        type="email"
        id="email"
        name="email"
        required
        dir="ltr"
        autocomplete="email"
        maxlength={longest.email}
        value={given.email}
        {...marks('email')}
      />
      {problem('email')}
      <TrapField texts={language.texts} />
      <div class="row">
        <button type="submit">{texts.send}</button>
      </div>
    </form>
  );
};

const signInPage = (call: PageCall, rows: readonly Row[], given = { email: '', isWrong: false }): string => {
  const { ctx, site, language } = call;
  const texts = signInTexts(language.tag);
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.title} secret>
      <h1>{texts.title}</h1>
      {rows.length > 0 ? <Conversations call={call} rows={rows} /> : <p>{texts.none}</p>}
      <h2>{texts.elsewhere}</h2>
      {ctx.mailer.isConfigured ? <LinkForm call={call} given={given} /> : <p>{texts.unavailable}</p>}
    </Layout>,
  )}`;
};

const sentPage = ({ site, language }: PageCall): string => {
  const texts = signInTexts(language.tag);
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.sentTitle} secret>
      <h1>{texts.sentTitle}</h1>
      <p class="card good" role="status">
        {texts.sent}
      </p>
      <p class="quiet">{texts.sentHint}</p>
      <p>
        <a href={withLanguage(`/sites/${site.key}/${signInPath}`, language.tag)}>{texts.again}</a>
      </p>
    </Layout>,
  )}`;
};

/** The conversations that this browser has already. */
const ownRows = async ({ ctx, site, hono }: PageCall): Promise<readonly Row[]> => {
  const visitor = await pageVisitor(ctx, site, hono);
  return visitor ? listOfVisitor(ctx, site.id, visitor.id, maxListed) : [];
};

/** The page on which visitors find their conversations, and ask for a link that brings those of another device. */
export const mountSignInPages = (app: Hono, ctx: Context): void => {
  app.get(`/sites/:site/${signInPath}`, (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      return hono.html(signInPage(call, await ownRows(call)), 200, headers);
    })(hono),
  );

  app.post(`/sites/:site/${signInPath}`, (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const form = await readForm(ctx, site, hono);
      const typed = (form.get('email') ?? '').trim();
      takeNetworkAsk(ctx, addressOf(ctx, hono));
      try {
        const { id, email } = check(askLink, { id: form.get('id'), email: typed });
        takeMailboxAsk(ctx, site, email);
        // What fills in the field that people don't see is a program.
        if (ctx.mailer.isConfigured && !form.get('website'))
          await planLink(ctx, site, { id, email, language: language.tag });
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields?.['email']) throw error;
        const page = signInPage(call, await ownRows(call), {
          email: typed.slice(0, longest.email),
          isWrong: true,
        });
        return hono.html(page, 400, headers);
      }
      // A page of its own: reloading it sends nothing.
      return hono.redirect(`${withLanguage(`/sites/${site.key}/${signInPath}/sent`, language.tag)}`, 303);
    })(hono),
  );

  app.get(`/sites/:site/${signInPath}/sent`, (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      return hono.html(sentPage(call), 200, headers);
    })(hono),
  );
};
