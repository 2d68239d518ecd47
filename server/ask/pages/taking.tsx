/** @jsxImportSource hono/jsx */
import type { OwnPart } from '../../../shared/ask/answerSchema.ts';
import type { PublicQuestion } from '../../../shared/ask/schema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import { fieldNotes, TrapField, NameField } from '../../core/pages/fieldNotes.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText } from '../../core/pages/texts.ts';
import { communityTexts } from '../communityTexts.ts';
import { Toggle } from './answers.tsx';
import { wrongText } from './parts.tsx';

/* What a reader of a public question can add: an answer, "me too", an address to hear of more. */

/** A filled-in answer form, with its faults. */
export interface FilledAnswer {
  values: { body?: string | undefined; name?: string | undefined; email?: string | undefined };
  wrong: Record<string, FieldCode>;
  /** The write's id, so that sending twice is once; absent where many get the same form. */
  id?: string;
}

/** The text of an answer form's fault. */
export const answerWrong = (call: PageCall, field: string, code: FieldCode): string => {
  const texts = communityTexts(call.language.tag);
  if (code === 'already_there') return texts.already;
  if (code === 'too_many') return texts.tooMany;
  if (code === 'not_allowed' && field !== 'body') return texts.refused;
  return wrongText(call.language.texts, field === 'body' ? 'details' : field, code);
};

/** Writing an answer without scripts. */
export const AnswerForm = ({
  call,
  question,
  filled: { values, wrong, id },
}: {
  call: PageCall;
  question: PublicQuestion;
  filled: FilledAnswer;
}) => {
  const { site, language } = call;
  const texts = communityTexts(language.tag);
  const notes = fieldNotes(wrong, (field, code) => answerWrong(call, field, code));
  const { problem, marks } = notes;
  return (
    <section aria-labelledby="write">
      <h2 id="write">{texts.writeAnswer}</h2>
      <form method="post" action={`/sites/${site.key}/questions/${question.id}/answers?lang=${language.tag}`}>
        {id !== undefined && <input type="hidden" name="id" value={id} />}
        <label for="body">
          {texts.yourAnswer} <small>{texts.everybodyReads}</small>
        </label>
        <textarea id="body" name="body" dir="auto" required maxlength={longest.details} {...marks('body')}>
          {values.body ?? ''}
        </textarea>
        {problem('body')}
        <NameField texts={language.texts} value={values.name} notes={notes} />
        <TrapField texts={language.texts} />
        <div class="row">
          <button type="submit">{texts.postAnswer}</button>
        </div>
      </form>
    </section>
  );
};

/** "Me too", and hearing of new answers by mail. */
export const Joining = ({
  call,
  question,
  own,
  filled: { values, wrong },
}: {
  call: PageCall;
  question: PublicQuestion;
  own: OwnPart | null;
  filled: FilledAnswer;
}) => {
  const { site, language } = call;
  const { tag } = language;
  const texts = communityTexts(tag);
  const { problem, marks } = fieldNotes(wrong, (field, code) => answerWrong(call, field, code));
  const base = `/sites/${site.key}/questions/${question.id}`;
  const isMine = own?.meToo ?? false;
  return (
    <div class="joining">
      <div class="row voices">
        {!own?.isAsker && (
          <Toggle
            action={`${base}/me-too?lang=${tag}`}
            isOn={isMine}
            label={isMine ? texts.meTooYes : texts.meToo}
          />
        )}
        {question.meToo > 0 && <span class="quiet">{countText(tag, texts.meTooCount, question.meToo)}</span>}
      </div>
      <details open={wrong['email'] !== undefined}>
        <summary>{texts.follow}</summary>
        <form method="post" action={`${base}/follow?lang=${tag}`}>
          <label for="email">
            {language.texts.yourEmail} <small>{texts.followLead}</small>
          </label>
          <input
            type="email"
            id="email"
            name="email"
            autocomplete="email"
            required
            maxlength={longest.email}
            value={values.email ?? ''}
            {...marks('email')}
          />
          {problem('email')}
          <div class="row">
            <button type="submit">{texts.follow}</button>
          </div>
        </form>
      </details>
    </div>
  );
};
