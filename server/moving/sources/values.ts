import { longest } from '../../../shared/core/fields.ts';
import { asObject, asText } from '../../core/importing/json.ts';
import { htmlText, wordsOfHtml } from '../../core/mail/reading/htmlText.ts';
import {
  type MovedConversation,
  type MovedField,
  type MovedMessage,
  type MovedPerson,
  type MovedRating,
  RecordFault,
} from '../shape.ts';

export const listOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.map(asObject) : [];

/** An instant, milliseconds: of seconds, of milliseconds, or of a date in words; null for none. */
export const timeOf = (value: unknown): number | null => {
  if (typeof value === 'number' && Number.isFinite(value) && value > 0)
    return value < 1e11 ? Math.round(value * 1_000) : Math.round(value);
  if (typeof value !== 'string' || value === '') return null;
  const at = /^\d+$/.test(value) ? timeOf(Number(value)) : Date.parse(value);
  return at === null || Number.isNaN(at) ? null : at;
};

export const textOfHtml = (html: string): string =>
  (/<[a-z!/][^>]*>/i.test(html) ? (htmlText(html) ?? wordsOfHtml(html)) : html).trim();

/** Somebody by the parts that most help desks have. */
export const personOf = (value: unknown): MovedPerson | null => {
  const { id, name, email, first, last, first_name, last_name } = asObject(value);
  const parts = [asText(first ?? first_name), asText(last ?? last_name)].filter(Boolean).join(' ');
  const known = { id: asText(id), name: asText(name) || parts || null, email: asText(email) || null };
  return known.id || known.name || known.email
    ? { ...known, id: known.id || known.email || known.name || '' }
    : null;
};

/** A value of a custom field as a line; empty for none. A structure stays as it was written. */
const fieldText = (value: unknown): string => {
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(fieldText).filter(Boolean).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.keys(value).length > 0 ? JSON.stringify(value) : '';
  return asText(value).trim();
};

/** Custom fields as an object writes them, by name. What has no value is left out. */
export const fieldsOf = (value: unknown): MovedField[] =>
  Object.entries(asObject(value)).flatMap(([name, one]) => {
    const written = fieldText(one);
    return written && name.trim() ? [{ name: name.trim(), value: written }] : [];
  });

/** A field of a list, by its name. */
export const fieldOf = (name: string, value: unknown): MovedField[] => fieldsOf({ [name]: value });

/** A rating on five stars; null for none. */
export const starsOf = (value: unknown, comment: unknown, at: unknown): MovedRating | null => {
  const stars = Number(value);
  return Number.isInteger(stars) && stars >= 1 && stars <= 5
    ? { scale: 'stars', value: stars, comment: asText(comment).trim(), at: timeOf(at) }
    : null;
};

/** The last part of a file's address. */
export const fileNameOf = (url: string): string => {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const last = path.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** A conversation with its messages in order. @throws RecordFault for one that says nothing, or nobody */
export const conversationOf = (
  given: Omit<MovedConversation, 'messages' | 'subject'> & {
    subject: string;
    messages: (Omit<MovedMessage, 'at'> & { at: number | null })[];
  },
): MovedConversation => {
  if (!given.id) throw new RecordFault('it has no ID');
  const messages = given.messages.filter(({ text, files }) => text !== '' || files.length > 0);
  if (messages.length === 0) throw new RecordFault('it has no messages');
  const dated = messages.flatMap((message) => (message.at === null ? [] : [{ ...message, at: message.at }]));
  if (dated.length < messages.length) throw new RecordFault('a message has no date');
  // What was written at the same instant stays in the file's order.
  dated.sort((one, other) => one.at - other.at);
  const first = dated.find(({ isNote }) => !isNote) ?? dated[0];
  const subject = (given.subject || first?.text.split('\n', 1)[0] || '').trim().slice(0, longest.title);
  return { ...given, subject: subject || given.id, messages: dated };
};
