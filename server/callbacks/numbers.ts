import { BoundedMap } from '../core/boundedMap.ts';
import { getCountryForTimezone } from 'countries-and-timezones';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { NumberType } from '../../shared/callbacks/numberTypes.ts';
import type { CallbackSettings } from '../../shared/callbacks/settings.ts';

/** A number that can be called. */
export interface CallbackNumber {
  /** E.164. */
  number: string;
  /** The extension to dial once somebody answers, digits; null for most. */
  extension: string | null;
  /** As people write it in the world, with the extension. */
  written: string;
  country: string;
  type: NumberType;
}

/** libphonenumber's names; what is not here (premium rate, pagers, company-wide, voicemail) is never called. */
const typeNames: Record<string, NumberType> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
  FIXED_LINE_OR_MOBILE: 'fixed',
  VOIP: 'voip',
  TOLL_FREE: 'toll_free',
  SHARED_COST: 'shared_cost',
  PERSONAL_NUMBER: 'personal',
};

/** Characters people write between digits: white space, the usual marks, and direction marks that come with pasting. */
const marks = /[\s().\-–—/\u00a0\u00ad\u200b-\u200f\u2010-\u2015\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/** A number, and what is dialled when somebody has answered: "ext. 7", "x12", ";ext=3", "доб. 5", "#4". */
const withExtension =
  /^([^a-z]{6,40}?)[\s,;(]*(?:;ext=|ext(?:ension|n)?\b\.?:?|x|#|доб\.?|добавочный|durchwahl|dw\.?|poste|int\.?|interno|anexo|εσωτ\.?|lok\.?|zgj\.?|تحويلة)\s*(\p{Nd}{1,7})\)?\s*$/iu;

/** Digits of any script as ASCII ones: each script's ten stand in a row, from its zero on. */
const asciiDigits = (digits: string): string =>
  digits.replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0) ?? 0;
    const value = zero;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && value - zero < 9) zero -= 1;
    return String(value - zero);
  });

/** Splits what was written into the number and its extension. */
const splitExtension = (given: string): { main: string; extension: string | null } => {
  const [, main, digits] = withExtension.exec(given) ?? [];
  return main === undefined || digits === undefined
    ? { main: given, extension: null }
    : { main, extension: asciiDigits(digits) };
};

/**
 * The number that a person meant, or why it is none.
 *
 * Nothing is guessed: letters, service codes (`*#`), pauses and parameters are refused, because what is dialled must be
 * what was written. An extension is kept beside the number: a person dials it when somebody has answered. A zero in brackets is how many write a trunk prefix, and is left out; so is the 1 that
 * Mexico's mobile numbers had behind the country's code until 2019, and have in most address books.
 * @param given as written; `tel:` and `00` before a country's code are taken, too
 * @param country where a number without a country's code is of
 */
export const readNumber = (
  given: string,
  country: string,
): { number: CallbackNumber } | { refused: Extract<FieldCode, 'not_phone' | 'required' | 'too_long'> } => {
  if (given.length > 60) return { refused: 'too_long' };
  const { main, extension } = splitExtension(given.normalize('NFKC'));
  const text = main
    .replace(/^\s*tel:/i, '')
    .replace(/^(\s*(?:\+|00)[\d\s]*)\(0\)/, '$1')
    .replace(marks, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/^\+521(?=\d{10}$)/, '+52');
  if (text === '') return { refused: 'required' };
  // Digits of every script: libphonenumber knows which are which.
  if (!/^\+?\p{Nd}{3,17}$/u.test(text)) return { refused: 'not_phone' };
  const parsed = parsePhoneNumberFromString(text, {
    ...(isSupportedCountry(country) && { defaultCountry: country }),
    extract: false,
  });
  if (!parsed?.isValid() || parsed.ext) return { refused: 'not_phone' };
  const type = typeNames[parsed.getType() ?? ''];
  return {
    number: {
      number: parsed.number,
      extension,
      written: writtenOf(parsed.number, extension),
      country: parsed.country ?? 'ZZ',
      type: type ?? ('other' as NumberType),
    },
  };
};

/** Whether the owner lets a number be called. */
export const isCallable = ({ number, country, type }: CallbackNumber, rules: CallbackSettings): boolean =>
  rules.types.includes(type) &&
  country !== 'ZZ' &&
  (rules.countries.length === 0 || rules.countries.includes(country)) &&
  !rules.blockedPrefixes.some((prefix) => number.startsWith(prefix));

/** A number as people write it in the world, with its extension as they write it in its country. */
export const writtenOf = (number: string, extension: string | null): string => {
  const parsed = parsePhoneNumberFromString(number);
  if (extension !== null) parsed?.setExt(extension);
  return parsed?.formatInternational() ?? number;
};

export const typeOf = (number: string): string =>
  typeNames[parsePhoneNumberFromString(number)?.getType() ?? ''] ?? 'other';

/** A country's name in a language, or its two letters where the platform has no word. */
export const countryName = (code: string, language: string): string => {
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
};

/** Countries by language, sorted by their names in it: dear to make. */
const countries = new BoundedMap<string, { code: string; dial: string; name: string }[]>(50);

/** The countries that can be chosen, by name in a language. */
export const listCountries = (
  rules: CallbackSettings,
  language: string,
): { code: string; dial: string; name: string }[] => {
  let all = countries.get(language);
  if (!all) {
    const order = new Intl.Collator([language, 'en']);
    all = getCountries()
      .map((code) => ({ code, dial: getCountryCallingCode(code), name: countryName(code, language) }))
      .sort((one, other) => order.compare(one.name, other.name));
    countries.set(language, all);
  }
  return rules.countries.length === 0 ? all : all.filter(({ code }) => rules.countries.includes(code));
};

/**
 * The country that the form begins with: the region of the browser's first language that has one, then where the site
 * is, then where its first language is spoken.
 * @param accepted the `Accept-Language` header
 */
export const guessCountry = (rules: CallbackSettings, accepted: string, siteLanguage: string): string => {
  const allowed = (code: string | undefined): code is CountryCode =>
    code !== undefined &&
    isSupportedCountry(code) &&
    (rules.countries.length === 0 || rules.countries.includes(code));
  const regions = accepted
    .split(',')
    .map((part) => /^\s*[a-zA-Z]{2,3}(?:-[a-zA-Z]{4})?-([a-zA-Z]{2})\b/.exec(part)?.[1]?.toUpperCase());
  let likely: string | undefined;
  try {
    likely = new Intl.Locale(siteLanguage).maximize().region;
  } catch {
    likely = undefined;
  }
  return (
    [...regions, getCountryForTimezone(rules.hours.zone)?.id, likely, rules.countries[0], 'US'].find(
      allowed,
    ) ?? 'US'
  );
};
