/** @jsxImportSource hono/jsx */
import type { Context as HonoContext, Hono } from 'hono';
import {
  bestOf,
  ratingChangeableFor,
  type RatingScale,
  ratingScales,
  type ScaledRating,
} from '../../shared/core/conversations/ratingScale.ts';
import { longest } from '../../shared/core/fields.ts';
import { ourLanguage } from '../../shared/core/languages.ts';
import type { Context } from '../context.ts';
import { type ConversationRow, findConversation } from '../core/conversations/queries/conversations.ts';
import { ratedOn } from '../core/conversations/ratedOn.ts';
import { isRatingOpen, rateConversation } from '../core/conversations/rating.ts';
import { rate } from '../../shared/core/conversations/endSchema.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { check } from '../core/http/validate.ts';
import { linkedMail } from '../core/mail/pages.tsx';
import { zoneFor } from '../core/pages/dates.ts';
import { readForm } from '../core/pages/forms.ts';
import { formatInstant, Layout } from '../core/pages/layout.tsx';
import { privateHeaders } from '../core/pages/pages.tsx';
import { fill } from '../core/pages/texts.ts';
import { findVisitorRow } from '../core/people/visitors/queries.ts';
import { choicesOf } from './choices.ts';
import { csatTexts } from './texts.ts';

/*
 * The page behind the links of an email that asks for a rating. Opening it stores nothing, because mail programs and
 * their scanners open every link: a press of its button does. The link's value is chosen beforehand.
 */

// Not `no-referrer`: browsers would say `Origin: null` of the page's own forms.
const headers = { ...privateHeaders, 'referrer-policy': 'same-origin' };

/** A link leads here for so long after its email, milliseconds. */
const lifetime = 60 * 24 * 3_600_000;

type Linked = Awaited<ReturnType<typeof linkedMail>>;
type Call = Omit<Linked, 'texts'> & { ctx: Context; row: ConversationRow };

/** The parts the page is drawn from, besides the conversation. */
interface Given {
  scale: RatingScale;
  chosen: number | null;
  wrong: string;
  isSaved: boolean;
  /** Words that could not be taken: they stand where they stood. */
  typed: string | undefined;
}

const Scale = ({ call: { language }, given }: { call: Call; given: Given }) => {
  const texts = csatTexts(language.tag);
  return (
    <div class="scores few">
      {choicesOf(given.scale, texts).map(({ value, sign, label }) => (
        <label>
          <input type="radio" name="value" value={value} checked={value === given.chosen} required />
          <span>
            <span class="sign" aria-hidden="true">
              {sign}
            </span>
            {given.scale === 'stars' ? (
              <>
                <span aria-hidden="true">{value}</span>
                <span class="hidden-from-people">{label}</span>
              </>
            ) : (
              label
            )}
          </span>
        </label>
      ))}
    </div>
  );
};

const Reason = ({ call: { row, language }, given }: { call: Call; given: Given }) => {
  const texts = csatTexts(language.tag);
  return (
    <>
      <label for="comment">
        {texts.reason} <small>({texts.optional})</small>
      </label>
      <textarea id="comment" name="comment" maxlength={longest.details} dir="auto">
        {given.typed ?? row.ratingComment ?? ''}
      </textarea>
    </>
  );
};

const page = (call: Call, given: Given): string => {
  const { site, language, row, ctx } = call;
  const texts = csatTexts(language.tag);
  const { question, thanks } = site.settings.csat;
  const tag = ourLanguage(language.tag) ?? 'en';
  const asked = question[tag] || texts.question;
  const isOpen = isRatingOpen(row, ctx.clock.now());
  const until = Math.max(row.ratedAt ?? 0, row.closedAt ?? 0) + ratingChangeableFor;
  const zone = zoneFor(row.zone, site.settings.hours.zone);
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.title} secret>
      <h1 dir="auto">{given.isSaved ? thanks[tag] || texts.thanks : asked}</h1>
      {given.wrong && (
        <p class="card bad" role="alert">
          {given.wrong}
        </p>
      )}
      {!isOpen && !given.wrong && <p role="status">{texts.late}</p>}
      {isOpen && (
        <form method="post">
          <input type="hidden" name="scale" value={given.scale} />
          <fieldset>
            <legend class="hidden-from-people">{asked}</legend>
            <Scale call={call} given={given} />
          </fieldset>
          {row.rating && <Reason call={call} given={given} />}
          <p class="quiet" role={given.isSaved ? 'status' : undefined}>
            {row.rating ? fill(texts.until, { when: formatInstant(until, language, zone) }) : texts.press}
          </p>
          <div class="row">
            <button type="submit">{row.rating ? texts.sendReason : texts.send}</button>
          </div>
        </form>
      )}
    </Layout>,
  )}`;
};

const scaleOf = (text: string | undefined): RatingScale | undefined =>
  ratingScales.find((scale) => scale === text);

/** The conversation that a link asks about. @throws Failure `not_found` */
const findAsked = async (ctx: Context, hono: HonoContext): Promise<Call> => {
  const { mail, site, language } = await linkedMail(ctx, hono, 'rate');
  if (mail.kind !== 'rating' || ctx.clock.now() > mail.createdAt + lifetime) throw notFound();
  const asked = await findConversation(ctx, site.id, mail.conversationId);
  // Where it was merged, the rating is of the one that it is part of now.
  const row = asked && (await findConversation(ctx, site.id, asked.id, asked.visitorId));
  const visitor = row && (await findVisitorRow(ctx, site.id, row.visitorId));
  if (!row || visitor?.blockedAt !== null) throw notFound();
  return { ctx, mail, site, language, row };
};

/** The choice that the page begins with: the link's, or what was rated before. */
const begin = ({ site, row }: Call, hono: HonoContext): Given => {
  const rated: ScaledRating | null = row.rating && ratedOn({ ...row, rating: row.rating });
  const scale = scaleOf(hono.req.query('scale')) ?? rated?.scale ?? site.settings.csat.scale;
  const value = Number(/^[1-5]$/.exec(hono.req.query('value') ?? '')?.[0] ?? 0);
  const linked = value > 0 && value <= bestOf[scale] ? value : null;
  return {
    scale,
    chosen: linked ?? (rated?.scale === scale ? rated.value : null),
    wrong: '',
    isSaved: false,
    typed: undefined,
  };
};

export const mountRatingPages = (app: Hono, ctx: Context): void => {
  app.get('/mail/rate/:token', async (hono) => {
    const call = await findAsked(ctx, hono);
    return hono.html(page(call, begin(call, hono)), 200, headers);
  });

  app.post('/mail/rate/:token', async (hono) => {
    const call = await findAsked(ctx, hono);
    const form = await readForm(ctx, call.site, hono);
    const texts = csatTexts(call.language.tag);
    const scale = scaleOf(form.get('scale')) ?? call.site.settings.csat.scale;
    const chosen = Number(/^[1-5]$/.exec(form.get('value') ?? '')?.[0] ?? 0) || null;
    const comment = form.get('comment');
    try {
      const body = check(rate, { scale, value: chosen ?? undefined, comment });
      await rateConversation(ctx, call.row, { scale, value: body.value ?? 0 }, body.comment, 'mail');
      const row = await findConversation(ctx, call.site.id, call.row.id);
      if (!row) throw notFound();
      const given: Given = { scale, chosen, wrong: '', isSaved: true, typed: undefined };
      return hono.html(page({ ...call, row }, given), 200, headers);
    } catch (error) {
      if (!(error instanceof Failure) || !['invalid', 'conflict'].includes(error.code)) throw error;
      const isLate = error.code === 'conflict';
      const wrong = isLate ? texts.late : chosen ? call.language.texts.somethingWrong : texts.choose;
      const given: Given = { scale, chosen, wrong, isSaved: false, typed: comment };
      return hono.html(page(call, given), isLate ? 409 : 400, headers);
    }
  });
};
