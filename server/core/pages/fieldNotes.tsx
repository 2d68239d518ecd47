/** @jsxImportSource hono/jsx */
import type { FieldCode } from '../../../shared/core/errors.ts';
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

/**
 * Name and email of who asks, both optional.
 * @param whyEmail what the address is for
 */
export const PersonFields = ({
  texts,
  whyEmail,
  values,
  notes: { problem, marks },
}: {
  texts: PageTexts;
  whyEmail: string;
  values: { name?: string | undefined; email?: string | undefined };
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
      autocomplete="name"
      value={values.name ?? ''}
      {...marks('name')}
    />
    {problem('name')}
    <label for="email">
      {texts.yourEmail} <small>{whyEmail}</small>
    </label>
    <input
      type="email"
      id="email"
      name="email"
      autocomplete="email"
      value={values.email ?? ''}
      {...marks('email')}
    />
    {problem('email')}
  </>
);
