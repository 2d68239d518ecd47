import { hasVisibleText } from './visibleText.ts';
import { z } from 'zod';

/** Longest texts, in UTF-16 code units, by what they are. One table, so that a box in the browser can say it too. */
export const longest = {
  query: 400,
  title: 200,
  details: 10_000,
  message: 10_000,
  name: 80,
  email: 254,
  category: 60,
  url: 2_000,
  pageTitle: 300,
  language: 35,
} as const;

/** True when a text can be stored by every engine as it is: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** Prose of a person: stored exactly as sent, or refused. Never trimmed, never normalised. */
export const prose = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine(isStorable, { params: { code: 'not_text' } });

/** Prose that must say something: at least one character that can be seen. */
export const someProse = (maxLength: number) =>
  prose(maxLength).refine(hasVisibleText, { params: { code: 'required' } });

/** One line: a name, a title, a subject. No control characters, so that no mail header or log line can be forged. */
export const line = (maxLength: number) =>
  prose(maxLength).refine((text) => !controls.test(text), { params: { code: 'not_text' } });

export const someLine = (maxLength: number) =>
  line(maxLength).refine(hasVisibleText, { params: { code: 'required' } });

/** Fields by which a program that writes is told from a person: the same for everything that visitors write in public. */
export const proofOfPerson = {
  /** Honeypot: people never see it and leave it empty. What fills it is held for review. */
  website: line(longest.url).optional(),
  /** The time it took to write, milliseconds; absent where nobody could measure it. */
  took: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  /** The solution of the challenge. */
  solution: z.string().max(2_000).optional(),
};

/** A client- or server-made id: a UUID in its canonical lower-case form. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

/** An address that can be mailed: what people really have, nothing that needs quoting. */
export const email = line(longest.email).refine(
  (text) =>
    // Written in two pieces, as some keyboards do, an accented letter is the same letter.
    /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u.test(
      text.normalize('NFC'),
    ) && !/^\.|\.\.|\.@/.test(text),
  { params: { code: 'not_email' } },
);

/** True when a text is built as BCP 47 says: `true` and `en-a` look like tags and make every `Intl` object throw. */
const isLanguageTag = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
};

/** A BCP 47 language tag, as `<html lang>` carries it. */
export const language = z
  .string()
  .max(longest.language)
  .regex(/^[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*$/)
  .refine(isLanguageTag);

/** An http or https address. */
export const webUrl = line(longest.url).regex(/^https?:\/\/[^\s]+$/i);

/** A position in a site's event log: a whole number, 0 is before the first event. */
export const cursor = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/**
 * The last instant that is taken, milliseconds: the end of the year 9999. A `Date` holds more (8.64e15), but not what is
 * reckoned from there, and its years are written with a sign.
 */
export const lastInstant = 253_402_300_799_999;

/** Milliseconds since the epoch, of this age: every date, and what is reckoned from it, can be made of it. */
export const instant = z.number().int().min(0).max(lastInstant);

/** An instant that we reckon, such as the Monday before another: it may lie before 1970. */
export const reckonedInstant = z
  .number()
  .int()
  .min(-lastInstant)
  .max(2 * lastInstant);
