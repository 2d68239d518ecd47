import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import type { AskBody } from '../../../shared/ask/schema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';

/** Longest texts, UTF-16 code units; the server refuses more. */
export const longest = { title: 200, details: 10_000, name: 80, email: 254 } as const;

export interface Fields {
  title: string;
  details: string;
  category: string;
  name: string;
  email: string;
  visibility: 'public' | 'private';
  /** Honeypot. */
  website: string;
}

export type FieldName = keyof Fields;

/** The fields of an empty form. */
export const emptyFields: Fields = {
  title: '',
  details: '',
  category: '',
  name: '',
  email: '',
  visibility: 'private',
  website: '',
};
/** Fields in the order in which they stand in the form. */
export const fieldOrder = Object.keys(emptyFields) as FieldName[];

/** On one line: what a title may be. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Splits what was typed: what is too long for a title is the details, with its first words as the title. */
export const splitText = (text: string): Pick<Fields, 'title' | 'details'> => {
  const line = oneLine(text);
  if (line.length <= longest.title && !/\n/.test(text.trim())) return { title: line, details: '' };
  const cut = line.slice(0, longest.title - 1);
  const title =
    line.length <= longest.title
      ? line
      : `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 100)).toWellFormed()}…`;
  return { title, details: text.trim() };
};

/** Checks fields without asking the server. */
export const checkFields = ({ title, email }: Fields): Partial<Record<FieldName, FieldCode>> => ({
  ...(!hasVisibleText(title) && { title: 'required' }),
  ...(email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim()) && { email: 'not_email' }),
});

/** The body made of the fields. What was left empty is left out. */
export const bodyOf = (
  given: Fields,
  more: Pick<AskBody, 'id' | 'language' | 'page' | 'session'>,
): AskBody => {
  const optional = (['details', 'category', 'name', 'email', 'website'] as const).flatMap((name) =>
    given[name].trim() ? [[name, name === 'details' ? given[name] : given[name].trim()]] : [],
  );
  return {
    id: more.id,
    title: oneLine(given.title),
    ...Object.fromEntries(optional),
    visibility: given.visibility,
    language: more.language,
    page: more.page,
    session: more.session,
  };
};

/** The fields that a body was made of. */
export const fieldsOf = (body: AskBody): Fields => ({
  ...emptyFields,
  ...Object.fromEntries(fieldOrder.map((name) => [name, body[name] ?? emptyFields[name]])),
});
