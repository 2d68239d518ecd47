/** @jsxImportSource hono/jsx */
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { PageTexts } from './textShape.ts';

/**
 * Notes of a form at each wrong field, with marks for those who cannot see them.
 * @param wrong what was wrong, by field
 * @param textOf says it in words
 * @param prefix of the ids of what is said: a form may stand on a page of the host's
 */
export const fieldNotes = (
  wrong: Record<string, FieldCode>,
  textOf: (field: string, code: FieldCode) => string,
  prefix = 'wrong-',
) => ({
  problem: (field: string) =>
    wrong[field] && (
      <p class="wrong" id={`${prefix}${field}`}>
        {textOf(field, wrong[field])}
      </p>
    ),
  marks: (field: string) =>
    wrong[field] ? ({ 'aria-invalid': 'true', 'aria-describedby': `${prefix}${field}` } as const) : {},
});

export type FieldNotes = ReturnType<typeof fieldNotes>;

/** The name of whoever writes, optional: anonymous is as good. */
export const NameField = ({
  texts,
  value,
  notes: { problem, marks },
}: {
  texts: PageTexts;
  value: string | undefined;
  notes: FieldNotes;
}) => (
  <>
    <label for="name">
      {texts.yourName} <small>{texts.optional}</small>
    </label>
    <input
      type="text"
      id="name"
      name="name"
      dir="auto"
      autocomplete="name"
      maxlength={longest.name}
      value={value ?? ''}
      {...marks('name')}
    />
    {problem('name')}
  </>
);

/** A field that people don't see and programs fill in: `website`. */
export const TrapField = ({ texts }: { texts: PageTexts }) => (
  <div class="hidden-from-people" aria-hidden="true">
    <label for="website">{texts.leaveEmpty}</label>
    <input type="text" id="website" name="website" tabindex={-1} autocomplete="off" />
  </div>
);

/**
 * Name and email of who asks, both optional.
 * @param whyEmail what the address is for
 */
export const PersonFields = ({
  texts,
  whyEmail,
  values,
  notes,
}: {
  texts: PageTexts;
  whyEmail: string;
  values: { name?: string | undefined; email?: string | undefined };
  notes: FieldNotes;
}) => (
  <>
    <NameField texts={texts} value={values.name} notes={notes} />
    <label for="email">
      {texts.yourEmail} <small>{whyEmail}</small>
    </label>
    <input
      type="email"
      id="email"
      name="email"
      autocomplete="email"
      value={values.email ?? ''}
      {...notes.marks('email')}
    />
    {notes.problem('email')}
  </>
);
