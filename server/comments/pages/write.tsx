/** @jsxImportSource hono/jsx */
import { type FieldNotes, fieldNotes } from '../../core/pages/fieldNotes.tsx';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { maxCommentLength } from '../../../shared/comments/rules.ts';
import type { CommentList } from '../../../shared/comments/schema.ts';
import type { Around } from './around.ts';
import { fill } from '../../core/pages/texts.ts';
import { commentTexts } from '../texts.ts';

/** A filled-in form, with its faults. */
export interface Filled {
  values: Record<string, string>;
  wrong: Record<string, FieldCode>;
  /** The write's id, so that sending twice is once; absent where many get the same form. */
  id?: string;
}

export const emptyForm: Filled = { values: {}, wrong: {} };

type Texts = ReturnType<typeof commentTexts>;

/** Text of what was wrong with a field. */
const wrongText = (texts: Texts, code: FieldCode): string =>
  ({
    already_there: texts.already,
    too_long: texts.tooLong,
    required: texts.required,
    not_email: texts.notEmail,
  })[code as string] ?? texts.refused;

/** The writer's address, for sites that ask for one. */
const EmailField = ({
  texts,
  list,
  value,
  notes: { problem, marks },
}: {
  texts: Texts;
  list: CommentList;
  value: string;
  notes: FieldNotes;
}) => (
  <p>
    <label for="foyer-email">
      {texts.email}{' '}
      <small>
        {list.rules.email === 'optional' && `${texts.optional}, `}
        {texts.whyEmail}
      </small>
    </label>
    <br />
    <input
      type="email"
      id="foyer-email"
      name="email"
      autocomplete="email"
      required={list.rules.email === 'required'}
      value={value}
      {...marks('email')}
    />
    {problem('email')}
  </p>
);

/** Writing without scripts. The same form stands in the fragment, on a page of the host's, and on our own. */
export const WriteForm = ({
  call,
  list,
  of,
  filled,
  replyTo,
}: {
  call: Around;
  list: CommentList;
  of: { url: string; page?: string | undefined; title?: string | undefined };
  filled: Filled;
  replyTo?: { id: string; name: string } | undefined;
}) => {
  const { ctx, site, language } = call;
  const { values, wrong, id } = filled;
  const { texts: pageTexts } = language;
  const texts = commentTexts(language);
  const notes = fieldNotes(wrong, (_, code) => wrongText(texts, code), 'foyer-wrong-');
  const { problem, marks } = notes;
  const hidden = (name: string, value: string | undefined) =>
    value !== undefined && <input type="hidden" name={name} value={value} />;
  return (
    <form
      method="post"
      id="foyer-write"
      action={`${ctx.config.publicUrl}/sites/${site.key}/comments?lang=${language.tag}`}
    >
      {hidden('url', of.url)}
      {hidden('page', of.page)}
      {hidden('title', of.title)}
      {hidden('parent', replyTo?.id)}
      {hidden('id', id)}
      <p>
        <label for="foyer-body">
          {replyTo ? fill(texts.replyTo, { name: replyTo.name || texts.guest }) : texts.write}
        </label>
        <br />
        <textarea
          id="foyer-body"
          name="body"
          rows={4}
          maxlength={maxCommentLength}
          required
          {...marks('body')}
        >
          {values['body'] ?? ''}
        </textarea>
        {problem('body')}
      </p>
      <p>
        <label for="foyer-name">
          {texts.name} {list.rules.name === 'optional' && <small>{texts.optional}</small>}
        </label>
        <br />
        <input
          type="text"
          id="foyer-name"
          name="name"
          autocomplete="name"
          required={list.rules.name === 'required'}
          value={values['name'] ?? ''}
          {...marks('name')}
        />
        {problem('name')}
      </p>
      {list.rules.email !== 'no' && (
        <EmailField texts={texts} list={list} value={values['email'] ?? ''} notes={notes} />
      )}
      <div class="hidden-from-people" hidden aria-hidden="true">
        <label for="foyer-website">{pageTexts.leaveEmpty}</label>
        <input type="text" id="foyer-website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      <button type="submit">{texts.send}</button>
    </form>
  );
};
