import type { Context as HonoContext, Hono } from 'hono';
import { answerBody, editAnswerBody, followBody } from '../../../shared/ask/answerSchema.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Context } from '../../context.ts';
import { Failure, idOf, notFound } from '../../core/http/failure.ts';
import { check } from '../../core/http/validate.ts';
import { actingVisitor, addressOf, limitPage, pageVisitor, readForm } from '../../core/pages/forms.ts';
import { type PageCall, privateHeaders, withSite } from '../../core/pages/pages.tsx';
import { writtenForm } from '../../core/pages/writtenForm.ts';
import { addAnswer, deleteOwn, editOwn, ownAnswer } from '../community/answering.ts';
import { publicQuestion } from '../community/checks.ts';
import { follow } from '../community/following.ts';
import { acceptAnswer, ownPartOf, voteHelpful, voteMeToo } from '../community/voting.ts';
import { findAnswer } from '../queries/answers.ts';
import type { QuestionRow } from '../queries/questions.ts';
import { toQuestionView } from '../questionView.ts';
import { findWrittenFrom } from '../writtenArticles.ts';
import { questionPath } from '../rules.ts';
import { editingPage } from './editing.tsx';
import { questionPage, type Said } from './question.tsx';

/* What readers add to a public question with forms: an answer, what they say of answers, an address. */

/** Back to the question, which says what was done. */
const back = ({ hono, site, language }: PageCall, row: QuestionRow, said: Said | null, answer?: string) => {
  const path = `${questionPath(site.key, row.id, row.slug)}?lang=${language.tag}`;
  const place = answer === undefined ? '' : `#answer-${answer}`;
  return hono.redirect(`${path}${said ? `&said=${said}` : ''}${place}`, 303);
};

/** The question with the form as it was filled in, and what was wrong with it. */
const again = async (call: PageCall, row: QuestionRow, form: Map<string, string>, error: unknown) => {
  if (!(error instanceof Failure) || !error.fields) throw error;
  const { ctx, site, hono } = call;
  const visitor = await pageVisitor(ctx, site, hono);
  const page = await questionPage(call, await toQuestionView(ctx, site, row), {
    own: visitor && (await ownPartOf(ctx, site, visitor, row)),
    said: null,
    written: await findWrittenFrom(ctx, site, row),
    filled: {
      values: { body: form.get('body'), name: form.get('name'), email: form.get('email') },
      wrong: error.fields,
      id: form.get('id') ?? newId(ctx.clock.now()),
    },
  });
  return hono.html(page, 400, privateHeaders);
};

const questionOf = ({ ctx, site, hono }: PageCall): Promise<QuestionRow> =>
  publicQuestion(ctx, site, idOf(hono.req.param('question')));

/** The question of an answer that a form is about. */
const questionOfAnswer = async ({ ctx, site, hono }: PageCall): Promise<QuestionRow> => {
  const answer = await findAnswer(ctx, site.id, idOf(hono.req.param('answer')));
  if (!answer) throw notFound();
  return publicQuestion(ctx, site, answer.questionId);
};

const mountWriting = (app: Hono, ctx: Context): void => {
  app.post('/sites/:site/questions/:question/answers', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      const form = await readForm(ctx, site, hono);
      const row = await questionOf(call);
      const address = addressOf(ctx, hono);
      try {
        const body = check(answerBody, writtenForm(call, form, row.id, address));
        // Sent twice before the first reply set the cookie: it is there already.
        const sent = form.has('id') ? null : await findAnswer(ctx, site.id, body.id);
        const made =
          sent ??
          (await addAnswer(ctx, site, await actingVisitor(ctx, site, hono), row.id, body, {
            address,
            isPlain: true,
          }));
        return back(call, row, made.state === 'public' ? 'posted' : 'waits', made.id);
      } catch (error) {
        return again(call, row, form, error);
      }
    })(hono),
  );

  app.post('/sites/:site/questions/:question/follow', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const form = await readForm(ctx, site, hono);
      const row = await questionOf(call);
      try {
        const body = check(followBody, {
          id: newId(ctx.clock.now()),
          email: form.get('email')?.trim() ?? '',
          language: language.tag,
        });
        const visitor = await actingVisitor(ctx, site, hono);
        const isConfirmed = await follow(ctx, site, visitor, row.id, body);
        return back(call, row, isConfirmed ? 'follows' : 'sent');
      } catch (error) {
        return again(call, row, form, error);
      }
    })(hono),
  );
};

const mountVoices = (app: Hono, ctx: Context): void => {
  const isYes = (form: Map<string, string>): boolean => form.get('value') !== 'no';

  app.post('/sites/:site/questions/:question/me-too', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const value = isYes(await readForm(ctx, site, hono));
      const row = await questionOf(call);
      const voice = { value, language: language.tag, address: addressOf(ctx, hono) };
      await voteMeToo(ctx, site, await actingVisitor(ctx, site, hono), row.id, voice);
      return back(call, row, null);
    })(hono),
  );

  app.post('/sites/:site/answers/:answer/helpful', (hono) =>
    withSite(ctx, async (call) => {
      const { site, language } = call;
      const value = isYes(await readForm(ctx, site, hono));
      const row = await questionOfAnswer(call);
      const id = idOf(hono.req.param('answer'));
      const voice = { value, language: language.tag, address: addressOf(ctx, hono) };
      await voteHelpful(ctx, site, await actingVisitor(ctx, site, hono), id, voice);
      return back(call, row, null, id);
    })(hono),
  );

  app.post('/sites/:site/answers/:answer/accepted', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      const value = isYes(await readForm(ctx, site, hono));
      const row = await questionOfAnswer(call);
      const id = idOf(hono.req.param('answer'));
      const visitor = await pageVisitor(ctx, site, hono);
      if (!visitor) throw notFound();
      await acceptAnswer(ctx, site, visitor, id, value);
      return back(call, row, null, id);
    })(hono),
  );
};

/** A reader's own answer: changed, or taken away. */
const mountEditing = (app: Hono, ctx: Context): void => {
  const ownOf = async ({ site }: PageCall, hono: HonoContext) => {
    const visitor = await pageVisitor(ctx, site, hono);
    if (!visitor) throw notFound();
    const answer = await ownAnswer(ctx, site, visitor, idOf(hono.req.param('answer')));
    return { visitor, answer, question: await publicQuestion(ctx, site, answer.questionId) };
  };

  app.get('/sites/:site/answers/:answer/edit', (hono) =>
    withSite(ctx, async (call) => {
      limitPage(ctx, hono);
      const { answer, question } = await ownOf(call, hono);
      const page = editingPage(call, answer, question, { body: answer.body, wrong: {} });
      return hono.html(page, 200, privateHeaders);
    })(hono),
  );

  app.post('/sites/:site/answers/:answer/edit', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      const form = await readForm(ctx, site, hono);
      const { visitor, answer, question } = await ownOf(call, hono);
      const body = form.get('body') ?? '';
      try {
        check(editAnswerBody, { body });
        const made = await editOwn(
          ctx,
          site,
          visitor,
          answer.id,
          { body },
          { address: addressOf(ctx, hono), isPlain: true },
        );
        return back(call, question, made.state === 'public' ? 'posted' : 'waits', made.id);
      } catch (error) {
        if (!(error instanceof Failure) || !error.fields) throw error;
        const page = editingPage(call, answer, question, { body, wrong: error.fields });
        return hono.html(page, 400, privateHeaders);
      }
    })(hono),
  );

  app.post('/sites/:site/answers/:answer/delete', (hono) =>
    withSite(ctx, async (call) => {
      const { site } = call;
      await readForm(ctx, site, hono);
      const { visitor, answer, question } = await ownOf(call, hono);
      await deleteOwn(ctx, site, visitor, answer.id);
      return back(call, question, 'removed');
    })(hono),
  );
};

/** Mounts the forms by which readers answer and vote on a public question. */
export const mountAnsweringPages = (app: Hono, ctx: Context): void => {
  mountWriting(app, ctx);
  mountVoices(app, ctx);
  mountEditing(app, ctx);
};
