/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import { type ModerationSubject, reportBody } from '../../../../shared/core/moderation/schema.ts';
import type { Context } from '../../../context.ts';
import { idOf } from '../../http/failure.ts';
import { check } from '../../http/validate.ts';
import { actingVisitor, addressOf, limitPage, pageVisitor, readForm } from '../../pages/forms.ts';
import { Layout } from '../../pages/layout.tsx';
import { type PageCall, privateHeaders, withSite } from '../../pages/pages.tsx';
import type { Reportable } from '../kind.ts';
import { hasReported } from './queries.ts';
import { reportPath } from './ReportLink.tsx';
import { reportItem, requireReportable, withdrawReport } from './reporting.ts';
import { reportTexts } from './texts.ts';

/* Reporting without JavaScript: why, thanks, and the way to take it back. */

/** The step of reporting that the page shows. */
type Step = 'ask' | 'thanks' | 'undone';

const longestReason = 300;

const Form = ({ call, of }: { call: PageCall; of: ModerationSubject }) => {
  const { texts, tag } = call.language;
  const own = reportTexts(tag);
  return (
    <form method="post" action={reportPath(call, of)}>
      <p class="quiet">{own.lead}</p>
      <label for="reason">
        {own.reason} <small>{texts.optional}</small>
      </label>
      <input type="text" id="reason" name="reason" dir="auto" maxlength={longestReason} />
      <div class="row">
        <button type="submit">{own.send}</button>
      </div>
    </form>
  );
};

const Thanks = ({ call, of }: { call: PageCall; of: ModerationSubject }) => {
  const own = reportTexts(call.language.tag);
  return (
    <form method="post" action={reportPath(call, of)}>
      <p class="card good" role="status">
        {own.thanks}
      </p>
      <input type="hidden" name="undo" value="yes" />
      <div class="row">
        <button type="submit" class="plain">
          {own.undo}
        </button>
      </div>
    </form>
  );
};

const reportPage = (call: PageCall, of: ModerationSubject, item: Reportable, step: Step): string => {
  const { site, language } = call;
  const own = reportTexts(language.tag);
  const page = (
    <Layout site={site} language={language} title={own.title} secret>
      <h1>{own.title}</h1>
      <p class="card" dir="auto">
        {item.title}
      </p>
      {step === 'undone' && (
        <p class="card good" role="status">
          {own.undone}
        </p>
      )}
      {step === 'thanks' ? <Thanks call={call} of={of} /> : <Form call={call} of={of} />}
      <p>
        <a href={item.href ?? `/sites/${site.key}?lang=${language.tag}`}>{own.back}</a>
      </p>
    </Layout>
  );
  return `<!doctype html>${String(page)}`;
};

const subjectOf = (hono: HonoContext): ModerationSubject => ({
  kind: hono.req.param('kind') ?? '',
  id: idOf(hono.req.param('item')),
});

/** Mounts the page on which readers report what others wrote. */
export const mountReportPages = (app: Hono, ctx: Context): void => {
  app.get('/sites/:site/report/:kind/:item', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { site } = call;
      const of = subjectOf(hono);
      const item = await requireReportable(ctx, site, of);
      const visitor = await pageVisitor(ctx, site, hono);
      const isReported = visitor !== null && (await hasReported(ctx, site.id, of.id, visitor.id));
      const step = isReported ? 'thanks' : hono.req.query('said') === 'undone' ? 'undone' : 'ask';
      return hono.html(reportPage(call, of, item, step), 200, privateHeaders);
    })(hono),
  );

  app.post('/sites/:site/report/:kind/:item', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const form = await readForm(ctx, site, hono);
      const of = subjectOf(hono);
      const isUndone = form.get('undo') === 'yes';
      const { reason = '' } = check(reportBody, {
        ...of,
        language: language.tag,
        ...(form.get('reason')?.trim() && { reason: form.get('reason')?.trim() }),
      });
      const visitor = await actingVisitor(ctx, site, hono);
      if (isUndone) await withdrawReport(ctx, site, visitor, of);
      else
        await reportItem(ctx, site, visitor, of, {
          reason,
          language: language.tag,
          address: addressOf(ctx, hono),
        });
      return hono.redirect(`${reportPath(call, of)}${isUndone ? '&said=undone' : ''}`, 303);
    })(hono),
  );
};
