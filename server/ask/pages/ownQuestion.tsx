/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { editQuestionBody } from '../../../shared/ask/answerSchema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { Context } from '../../context.ts';
import { Failure, idOf, notFound } from '../../core/http/failure.ts';
import { check } from '../../core/http/validate.ts';
import { fieldNotes } from '../../core/pages/fieldNotes.tsx';
import { addressOf, limitPage, pageVisitor, readForm } from '../../core/pages/forms.ts';
import { Layout } from '../../core/pages/layout.tsx';
import { withLanguage } from '../../core/pages/links.ts';
import { type PageCall, privateHeaders, withSite } from '../../core/pages/pages.tsx';
import { editQuestion, isOpenToChange, ownQuestion } from '../community/ownQuestions.ts';
import { communityTexts } from '../communityTexts.ts';
import type { QuestionRow } from '../queries/questions.ts';
import { homePath, questionPath } from '../rules.ts';
import { html, wrongText } from './parts.tsx';

/* A reader's own public question, changed without JavaScript. */

/** The path of the form that changes one's own question. */
export const editQuestionPath = ({ site, language }: PageCall, id: string): string =>
  `/sites/${site.key}/questions/edit/${id}?lang=${language.tag}`;

interface Given {
  title: string;
  details: string;
  wrong: Record<string, FieldCode>;
}

const Form = ({
  call,
  row,
  given,
  back,
}: {
  call: PageCall;
  row: QuestionRow;
  given: Given;
  back: string;
}) => {
  const { texts, tag } = call.language;
  const own = communityTexts(tag);
  const { problem, marks } = fieldNotes(given.wrong, (field, code) => wrongText(texts, field, code));
  return (
    <form method="post" action={editQuestionPath(call, row.id)}>
      <label for="title">
        {texts.yourQuestion} <small>{own.everybodyReads}</small>
      </label>
      <input
        type="text"
        id="title"
        name="title"
        dir="auto"
        required
        maxlength={longest.title}
        value={given.title}
        {...marks('title')}
      />
      {problem('title')}
      <label for="details">
        {texts.details} <small>{texts.optional}</small>
      </label>
      <textarea id="details" name="details" dir="auto" maxlength={longest.details} {...marks('details')}>
        {given.details}
      </textarea>
      {problem('details')}
      <div class="row">
        <button type="submit">{own.save}</button>
        <a class="button plain" href={back}>
          {own.back}
        </a>
      </div>
    </form>
  );
};

const page = (call: PageCall, row: QuestionRow, isOpen: boolean, given: Given): string => {
  const { site, language } = call;
  const own = communityTexts(language.tag);
  const back = withLanguage(
    row.published ? questionPath(site.key, row.id, row.slug) : homePath(site.key),
    language.tag,
  );
  return html(
    <Layout site={site} language={language} title={own.editQuestion} secret>
      <h1>{own.editQuestion}</h1>
      {!row.published && (
        <p class="card waiting" role="status">
          {own.ownWaiting}
        </p>
      )}
      {isOpen ? (
        <Form call={call} row={row} given={given} back={back} />
      ) : (
        <>
          <p class="card">{own.questionFixed}</p>
          <p>
            <a href={back}>{own.back}</a>
          </p>
        </>
      )}
    </Layout>,
  );
};

/** Mounts the form by which readers change a question of theirs. */
export const mountOwnQuestionPages = (app: Hono, ctx: Context): void => {
  const load = async ({ site, hono }: PageCall) => {
    const visitor = await pageVisitor(ctx, site, hono);
    if (!visitor) throw notFound();
    return { visitor, row: await ownQuestion(ctx, site, visitor, idOf(hono.req.param('question'))) };
  };

  app.get('/sites/:site/questions/edit/:question', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { row } = await load(call);
      const { title, details } = row;
      const isOpen = await isOpenToChange(ctx, call.site, row);
      return hono.html(page(call, row, isOpen, { title, details, wrong: {} }), 200, privateHeaders);
    })(hono),
  );

  app.post('/sites/:site/questions/edit/:question', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const form = await readForm(ctx, site, hono);
      const { visitor, row } = await load(call);
      const given = { title: form.get('title') ?? '', details: form.get('details') ?? '' };
      try {
        const sender = { address: addressOf(ctx, hono), isPlain: true };
        const made = await editQuestion(ctx, site, visitor, row.id, check(editQuestionBody, given), sender);
        // What waits is read nowhere but in its form.
        return hono.redirect(
          made.published
            ? `${withLanguage(questionPath(site.key, made.id, made.slug), language.tag)}&said=saved`
            : editQuestionPath(call, made.id),
          303,
        );
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        return hono.html(page(call, row, true, { ...given, wrong: error.fields }), 400, privateHeaders);
      }
    })(hono),
  );
};
