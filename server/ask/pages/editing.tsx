/** @jsxImportSource hono/jsx */
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import { fieldNotes } from '../../core/pages/fieldNotes.tsx';
import { Layout } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import type { AnswerRow } from '../queries/answers.ts';
import type { QuestionRow } from '../queries/questions.ts';
import { communityTexts } from '../communityTexts.ts';
import { questionPath } from '../rules.ts';
import { answerAction } from './answers.tsx';
import { withLanguage } from '../../core/pages/links.ts';
import { html } from './parts.tsx';
import { answerWrong } from './taking.tsx';

/** A visitor's own answer: changing it, or taking it away. */
export const editingPage = (
  call: PageCall,
  answer: AnswerRow,
  question: QuestionRow,
  given: { body: string; wrong: Record<string, FieldCode> },
): string => {
  const { site, language } = call;
  const texts = communityTexts(language.tag);
  const { problem, marks } = fieldNotes(given.wrong, (field, code) => answerWrong(call, field, code));
  const back = withLanguage(questionPath(site.key, question.id, question.slug), language.tag);
  return html(
    <Layout site={site} language={language} title={texts.editTitle} secret>
      <h1>{texts.editTitle}</h1>
      <p>
        <a href={back}>
          <bdi>{question.title}</bdi>
        </a>
      </p>
      {answer.official ? (
        <p class="card">{texts.officialFixed}</p>
      ) : (
        <form method="post" action={answerAction(call, answer.id, 'edit')}>
          <label for="body">
            {texts.yourAnswer} <small>{texts.everybodyReads}</small>
          </label>
          <textarea id="body" name="body" dir="auto" required maxlength={longest.details} {...marks('body')}>
            {given.body}
          </textarea>
          {problem('body')}
          <div class="row">
            <button type="submit">{texts.save}</button>
            <a class="button plain" href={back}>
              {texts.back}
            </a>
          </div>
        </form>
      )}
      <form method="post" action={answerAction(call, answer.id, 'delete')} class="row">
        <button type="submit" class="plain small">
          {texts.remove}
        </button>
      </form>
    </Layout>,
  );
};
