/** @jsxImportSource hono/jsx */
import { assertPresent } from '../core/assertPresent.ts';
import type { Person } from './personKey.ts';
import type { Hono } from 'hono';
import { groupOf, maxBody } from '../../shared/nps/groups.ts';
import {
  answer as answerSchema,
  makeRight as makeRightSchema,
  type SurveyShown,
} from '../../shared/nps/schema.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Context } from '../context.ts';
import { hostContextOf } from '../core/conversations/hostContext.ts';
import { toVisitorViews } from '../core/conversations/queries/visitorView.ts';
import { Failure, idOf, isId, notFound } from '../core/http/failure.ts';
import { check } from '../core/http/validate.ts';
import { actingVisitor, addressOf, limitPage, readForm } from '../core/pages/forms.ts';
import { zoneFor } from '../core/pages/dates.ts';
import { formatInstant, Layout } from '../core/pages/layout.tsx';
import { type PageCall, privateHeaders, withSite } from '../core/pages/pages.tsx';
import { fill } from '../core/pages/texts.ts';
import { openMakeRight, takeAnswer } from './answer.ts';
import { readSurveyToken } from './links.ts';
import { isOf, personOf } from './person.ts';
import { findResponse, findSurvey, type ResponseRow } from './queries.ts';
import { surveyFor } from './rules.ts';
import { npsTexts } from './texts.ts';

/*
 * Two ways to the same questions without the widget: a page that anybody may open, and one behind a link of a mail,
 * which answers as the person that the mail was sent to. Opening either stores nothing: mail programs and their
 * scanners open everything. A press of the button does, or a person's first move on the page (foyer-opinion.js).
 */

// Not `no-referrer`: browsers would say `Origin: null` of the page's own forms. The link leaks to nobody else either way.
const headers = { ...privateHeaders, 'referrer-policy': 'same-origin' };

const Scores = ({ chosen, language }: { chosen: number | null; language: PageCall['language'] }) => {
  const texts = npsTexts(language);
  return (
    <>
      <div class="scores">
        {Array.from({ length: 11 }, (_, score) => (
          <label>
            <input type="radio" name="score" value={score} checked={score === chosen} required />
            <span>{score}</span>
          </label>
        ))}
      </div>
      <p class="quiet ends">
        <span>{texts.least}</span>
        <span>{texts.most}</span>
      </p>
    </>
  );
};

/** The parts the page is drawn from. */
interface Given {
  id: string;
  score: number | null;
  answered: ResponseRow | null;
  comment: string;
  wrong: string;
  /** Typed answers that could not be taken: they stand where they stood. */
  typed: ReadonlyMap<string, string>;
}

const blank: Omit<Given, 'id'> = { score: null, answered: null, comment: '', wrong: '', typed: new Map() };

/** For those who are unhappy: telling the team what went wrong. */
const MakeRightForm = ({
  answered,
  typed,
  language,
}: {
  answered: ResponseRow;
  typed: Given['typed'];
  language: PageCall['language'];
}) => {
  const texts = npsTexts(language);
  return (
    <form method="post">
      <input type="hidden" name="id" value={answered.id} />
      <input type="hidden" name="conversation" value={newId()} />
      <h2>{texts.right}</h2>
      <p>{texts.rightLead}</p>
      <label for="body">{texts.rightBody}</label>
      <textarea id="body" name="body" required maxlength={10_000} dir="auto">
        {typed.get('body') ?? answered.text}
      </textarea>
      <label for="email">{texts.email}</label>
      <input
        type="email"
        id="email"
        name="email"
        autocomplete="email"
        required
        maxlength={254}
        value={typed.get('email')}
      />
      <div class="row">
        <button type="submit">{texts.send}</button>
      </div>
    </form>
  );
};

const page = ({ site, language }: PageCall, survey: SurveyShown, given: Given): string => {
  const texts = npsTexts(language);
  const { id, score, answered, comment: said, wrong, typed } = given;
  const group = answered && groupOf(answered.score);
  return `<!doctype html>${String(
    <Layout site={site} language={language} title={texts.pageTitle} secret>
      <h1>{answered ? texts.thanks : survey.question}</h1>
      {wrong && (
        <p class="card bad" role="alert">
          {wrong}
        </p>
      )}
      {said && (
        <p class="card" role="status">
          {said}
        </p>
      )}
      {!answered && (
        <form method="post" data-opinion={texts.thanks}>
          <input type="hidden" name="id" value={id} />
          <fieldset>
            <legend class="hidden-from-people">{survey.question}</legend>
            <Scores chosen={score} language={language} />
          </fieldset>
          <p role="status"></p>
          <div class="row">
            <button type="submit">{texts.send}</button>
          </div>
        </form>
      )}
      {answered && group && !answered.text && (
        <form method="post">
          <input type="hidden" name="id" value={answered.id} />
          <input type="hidden" name="score" value={answered.score} />
          <p>
            {texts.yours}: {fill(texts.scale, { score: answered.score })}
          </p>
          <label for="text">
            {survey.follow[group]} <small>{texts.optional}</small>
          </label>
          <textarea id="text" name="text" maxlength={maxBody} dir="auto">
            {typed.get('text')}
          </textarea>
          <div class="row">
            <button type="submit">{texts.send}</button>
          </div>
        </form>
      )}
      {group === 'promoter' && survey.link && (
        <p>
          {texts.linkLead}{' '}
          <a href={survey.link} rel="noopener">
            {texts.link}
          </a>
        </p>
      )}
      {group === 'detractor' && survey.makeRight && answered && !answered.conversationId && (
        <MakeRightForm answered={answered} typed={typed} language={language} />
      )}
      {!answered && <script src="/foyer-opinion.js" defer></script>}
    </Layout>,
  )}`;
};

/** Which survey, and as whom: of a link, or as whoever opens the page. */
const findSurveyOf = async (call: PageCall) => {
  const { ctx, site, hono, language } = call;
  const token = hono.req.param('token');
  const link = token === undefined ? null : readSurveyToken(ctx, token);
  const surveyId = link?.surveyId ?? hono.req.param('survey');
  const row = surveyId && isId(surveyId) ? await findSurvey(ctx, site.id, surveyId) : null;
  if (!row?.rule.on) throw notFound();
  const person = async (): Promise<Person> =>
    link
      ? { key: link.person, visitor: null, isKnown: true }
      : personOf(await actingVisitor(ctx, site, hono));
  return {
    survey: surveyFor(site, row, language.tag),
    person,
    source: link ? ('mail' as const) : ('page' as const),
  };
};

/**
 * Takes what an unhappy person wrote to the team.
 * @returns by when the team answers, where it promises a time
 */
const takeMakeRight = async (
  call: PageCall,
  form: Awaited<ReturnType<typeof readForm>>,
  response: ResponseRow,
  known: Person['visitor'],
): Promise<number | undefined> => {
  const { ctx, site, hono, language } = call;
  const body = check(makeRightSchema, {
    id: form.get('conversation'),
    body: form.get('body'),
    email: form.get('email') || undefined,
    language: language.tag,
  });
  const visitor = known ?? (await actingVisitor(ctx, site, hono));
  const row = await openMakeRight(
    ctx,
    site,
    visitor,
    response,
    body,
    hostContextOf(site, undefined, (name) => hono.req.header(name)),
  );
  const [seen] = await toVisitorViews(ctx, site.id, [row.id]);
  return seen?.promise?.at;
};

export const mountSurveyAnswerPages = (app: Hono, ctx: Context): void => {
  for (const path of ['/sites/:site/opinion/:token', '/sites/:site/nps/:survey']) {
    app.get(path, (hono) =>
      withSite(ctx, async (call) => {
        limitPage(ctx, hono);
        const { survey } = await findSurveyOf(call);
        const given = hono.req.query('score') ?? '';
        const score = /^(?:\d|10)$/.test(given) ? Number(given) : null;
        const id = newId(ctx.clock.now());
        return hono.html(page(call, survey, { ...blank, id, score }), 200, headers);
      })(hono),
    );

    app.post(path, (hono) =>
      withSite(ctx, async (call) => {
        const { site, language } = call;
        const form = await readForm(ctx, site, hono);
        const { survey, person, source } = await findSurveyOf(call);
        const texts = npsTexts(language);
        const id = idOf(form.get('id') ?? '');
        const show = (given: Partial<Given>, status: 200 | 400 | 409 = 200) =>
          hono.html(page(call, survey, { ...blank, id, ...given }), status, headers);
        const who = await person();
        /** The answer that the form is about; another's is none. */
        const own = async (): Promise<ResponseRow | null> => {
          const row = await findResponse(ctx, site.id, id);
          return row && isOf(row, who) ? row : null;
        };
        try {
          if (form.has('body')) {
            const response = await own();
            if (!response) throw notFound();
            const at = await takeMakeRight(call, form, response, who.visitor);
            return show({
              answered: assertPresent(await findResponse(ctx, site.id, id), 'it was just written'),
              comment: at
                ? fill(texts.rightBy, {
                    when: formatInstant(at, language, zoneFor(null, site.settings.hours.zone)),
                  })
                : texts.rightSent,
            });
          }
          const score = form.get('score') ?? '';
          const body = check(answerSchema, {
            survey: survey.id,
            score: /^\d+$/.test(score) ? Number(score) : score,
            text: form.get('text') ?? '',
            language: language.tag,
            source,
            page: '',
          });
          // What was sent before the words came is the same answer: it keeps its own id.
          const row = await takeAnswer(ctx, site, who, id, body, {
            address: addressOf(ctx, hono),
            isPlain: true,
          });
          return show({ answered: row });
        } catch (error) {
          if (!(error instanceof Failure) || !['invalid', 'conflict'].includes(error.code)) throw error;
          const isLate = error.code === 'conflict';
          return show(
            {
              wrong: isLate ? texts.late : language.texts.somethingWrong,
              answered: await own(),
              typed: form,
            },
            isLate ? 409 : 400,
          );
        }
      })(hono),
    );
  }
};
