import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { findHarmless, findThings } from './harmless.ts';
import { isFree, overlaps, type Span, spansOf } from './spans.ts';

/** Digits with what stands between them in phone numbers. */
const candidate =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_]|[\p{Script=Latin}\p{N}][-/=])[+＋]{0,2}[(（]?\p{Nd}(?:[ \t\u00a0\u202f()（）./\-–‐‑·]{0,3}\p{Nd}){5,19}(?![\p{Script=Latin}\p{N}_@])/dgu;
/** An extension behind it. */
const extension =
  /^[\s,;]{0,3}(?:ext(?:ension)?\.?|x|extn\.?|доб\.?|durchwahl|dw\.?|nst\.?|εσωτ\.?|داخلي|分机) ?[:.]?\s?\d{1,6}(?!\d)/iu;
/** Words after which a number follows. */
const announced =
  /(?:tel|tél|tlf|phone|telephone|fon|telefon(?:o|nummer|i|o)?|telefonnumero|numrin|numri|teléfono|téléphone|mob(?:ile|il)?|cell(?:phone)?|handy(?:nummer)?|festnetz|fax|call(?: me)?|ring|text|sms|whats ?app|viber|signal|telegram|reach(?: me)?|anruf(?:en)?|erreichbar|rückruf|callback|rufnummer|number|nummer|тел|телефон(?:у)?|моб|звон(?:ите|ить)|номер|τηλ|τηλέφωνο|κιν|κινητό|καλέστε|هاتف|جوال|رقم|اتصل|电话|電話|手机|手機|联系|연락처|전화|numero|tawag(?:an)?|thirr|voku)(?:[\s.:：,#]|-?nr\.?|\bno\.?|number|nummer|me|us|mich|uns|unter|auf|at|on|is|ist|under|her|here|back|по|на|στο|est|am|ng|i|it|:){0,8}$/iu;
/** Numbers of links that call. */
const inLink = /(?:tel:|callto:|sms:|wa\.me\/|phone=)[+%\d][\d%().-]{6,24}\d/dgiu;
/** "1-800-FLOWERS". */
const inLetters =
  /(?<![\p{L}\p{N}])1?[-. (]{0,2}8(?:00|88|77|66|55|44|33)\)?[-. ][A-Z]{3}-?[A-Z]{4}(?![\p{L}\p{N}])/dgu;

/** Countries whose own forms are known, those of most visitors first; the rest is known by its code. */
const countries =
  'DE US GB AT CH FR ES IT NL GR AL RU UA BY KZ PL CZ SK BE DK SE NO FI PT IE HU RO BG RS HR SI TR CN TW JP KR IN PH ID TH VN MY AU NZ ZA EG MA SA AE IL BR MX AR CL CO NG KE CA XK LU LT LV EE'.split(
    ' ',
  ) as CountryCode[];

/** Groups of digits of numbers that begin with no zero, as they are written where they are from. */
const shapes = new Set(
  '3-3-4 3-4-4 3-3-3 3-2-2-2 3-3-2-2 1-3-3-2-2 1-3-3-4 1-3-7 3-7 4-6 4-3-3 2-2-2-2 2-3-2-2 2-4-4 2-3-4 2-2-2-2-2 3-4-3 3-6 3-8 1-4-6 1-3-2-2-3 2-8 3-5-3 4-7 1-2-2-2-2 3-5-4 1-10 5-5 2-5-4'.split(
    ' ',
  ),
);

const isValidSomewhere = (digits: string): boolean =>
  countries.some((country) => parsePhoneNumberFromString(digits, country)?.isValid() ?? false);

/** Whether groups of digits could be a number that nothing announces. */
const isNumber = (written: string, groups: readonly string[]): boolean => {
  const digits = groups.join('');
  const { length } = digits;
  if (/^[+＋]/.test(written)) return length >= 7 && length <= 17;
  if (length < 7 || length > 15) return false;
  if (digits.startsWith('00') && digits[2] !== '0') return length >= 10;
  const [first = ''] = groups;
  // One by one, as people dictate them.
  const isSpelt = groups.length >= 7 && groups.every((group) => group.length === 1);
  const isBracketed = /^[(（]\p{Nd}{1,6}[)）]/u.test(written);
  const isNational = first.startsWith('0') && first.length >= 2 && first.length <= 6 && groups.length > 1;
  const isJoined = groups.length === 1 && length >= 9 && length <= (digits.startsWith('0') ? 12 : 11);
  const isShaped = groups.length > 1 && shapes.has(groups.map((group) => group.length).join('-'));
  return (isSpelt || isBracketed || isNational || isJoined || isShaped) && isValidSomewhere(digits);
};

interface Group extends Span {
  digits: string;
}

const toLatin = (digits: string): string =>
  digits.replace(/\p{Nd}/gu, (digit) => {
    if (digit <= '9') return digit;
    // Digits of a script stand together, each ten at a place that is a multiple of sixteen or ends with it.
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero--;
    return String(code - zero);
  });

/** Groups of a place that lie beside each other, the most first: numbers may stand beside others. */
const runsOf = function* (groups: readonly Group[]): Generator<readonly Group[]> {
  for (let size = groups.length; size > 0; size--)
    for (let from = 0; from + size <= groups.length; from++) yield groups.slice(from, from + size);
};

/** Sizes of runs are tried up to here: more groups than any number has are none. */
const maxGroups = 14;

/** Other numbers of a text. */
interface Around {
  /** Places whose digits tell of nobody, and what is something else. */
  harmless: readonly Span[];
  /** Of these what is called what it is: "number" before it announces no phone. */
  things: readonly Span[];
}

const findIn = (text: string, span: Span, { harmless, things }: Around): Span[] => {
  const isAnnounced =
    isFree(span, things) && announced.test(text.slice(Math.max(0, span.start - 40), span.start));
  const groups: Group[] = spansOf(text.slice(span.start, span.end), /\p{Nd}+/dgu).map(({ start, end }) => ({
    start: span.start + start,
    end: span.start + end,
    digits: toLatin(text.slice(span.start + start, span.start + end)),
  }));
  if (groups.length > maxGroups) groups.length = maxGroups;
  const found: Span[] = [];
  for (const run of runsOf(groups)) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last) continue;
    // A plus or a bracket before it is part of it.
    const before = /[+＋]?[(（]?[+＋]?$/.exec(text.slice(span.start, first.start))?.[0].length ?? 0;
    const place = { start: first.start - before, end: last.end };
    if (!isFree(place, found)) continue;
    const digits = run.reduce((sum, { digits: own }) => sum + own.length, 0);
    const isWhole = run.length === groups.length;
    const isMeant = isAnnounced && first === groups[0] && digits >= 6 && digits <= 15;
    const written = text.slice(place.start, place.end);
    const hasPlus = /^[(（]?[+＋]/.test(written);
    if (!hasPlus && !isMeant && !isFree(place, harmless)) continue;
    if (isMeant && !hasPlus && harmless.some((other) => overlaps(other, place)) && !isWhole) continue;
    if (
      (isMeant && isWhole) ||
      isNumber(
        written.replace(/^[(（](?=[+＋])/, ''),
        run.map(({ digits: own }) => own),
      )
    )
      found.push(place);
    if (found.length > 3) break;
  }
  return found;
};

const withExtension = (text: string, { start, end }: Span): Span => ({
  start,
  end: end + (extension.exec(text.slice(end, end + 24))?.[0].length ?? 0),
});

/** Phone numbers of the world in a text. @param taken what is something else */
export const findPhones = (text: string, taken: readonly Span[]): Span[] => {
  const things = findThings(text);
  const harmless = [...findHarmless(text), ...things, ...taken];
  const plain = spansOf(text, candidate).flatMap((span) => findIn(text, span, { harmless, things }));
  return [
    ...plain.map((span) => withExtension(text, span)),
    ...spansOf(text, inLink),
    ...spansOf(text, inLetters),
  ];
};
