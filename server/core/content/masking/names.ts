import { type Span, spansOf } from './spans.ts';

/* Names as far as they can be told: those that are known, and those that letters begin and end with. */

/** Names and parts of names that are looked for, at the most. */
const maxKnown = 60;
/** Parts of a name that are shorter are words of too many languages. */
const shortestPart = 3;

const word = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,30}\.?`;
const name = String.raw`(?!(?:Team|Support|All|Everyone|Everybody|Sir|Madam|Damen|Herren|Zusammen|There|Folks|Thanks|Thank|Danke|The|We|I)(?![\p{L}]))${word}(?: ${word}){0,2}`;
const title = String.raw`(?:(?:Herrn?|Frau|Mr\.?|Mrs\.?|Ms\.?|Mx\.?|Dr\.?|Prof\.?|Sinjorino|Sinjoro|Zoti|Zonja|κ\.|Κύριε|Κυρία|господин|госпожа)\s)`;
const greeting = String.raw`(?:Hi|Hello|Hey|Dear|Good (?:morning|afternoon|evening)|Hallo|Guten (?:Tag|Morgen|Abend)|Liebe[rs]?|Sehr geehrte[rs]?|Moin|Servus|Привет|Здравствуйте|Добрый (?:день|вечер)|Уважаем(?:ый|ая)|Γεια σ(?:ου|ας)|Καλ(?:ημέρα|ησπέρα)|Αγαπητ(?:έ|ή)|Përshëndetje|Tungjatjeta|Mirëdita|Kumusta|Magandang \p{L}+|Saluton|Kara|Estimata|مرحبًا|مرحبا|أهلًا|أهلا)`;
/** With a capital or without. */
const eitherCase = (words: string): string =>
  words
    .split('|')
    .map((one) => `[${one.charAt(0).toUpperCase()}${one.charAt(0)}]${one.slice(1)}`)
    .join('|');
const closing = `(?:${eitherCase(
  'best regards|kind regards|warm regards|many regards|regards|best wishes|all the best|best|thanks|thanks a lot|thanks again|many thanks|thank you|cheers|sincerely|yours|yours truly|yours sincerely|viele Grüße|liebe Grüße|beste Grüße|schöne Grüße|freundliche Grüße|mit freundlichen Grüßen|gruß|lG|vG|mfG|danke|danke schön|vielen Dank|с уважением|спасибо|с наилучшими пожеланиями|με εκτίμηση|ευχαριστώ|me respekt|faleminderit|salamat|salamat po|amike|dankon|مع تحياتي|مع خالص تحياتي|شكرًا',
)}|LG|VG|MfG)`;
const introduction = `(?:[Mm]y name is|[Ii] am called|[Ii]ch heiße|[Mm]ein Name ist|[Mm]ein Name lautet|[Мм]еня зовут|[Мм]оё имя|[Μμ]ε λένε|[Ττ]ο όνομά μου είναι|[Qq]uhem|[Uu]në jam|[Aa]ng pangalan ko ay|[Aa]ko si|[Mm]ia nomo estas|اسمي)`;

const patterns: readonly [RegExp, number][] = [
  [new RegExp(`^[ \\t>*]*${greeting}[, ]{1,2}${title}?(${name})(?=[ \\t]*[,!.:–—-]|[ \\t]*$)`, 'dgmu'), 1],
  [new RegExp(`(?<![\\p{L}])${title}(${name})`, 'dgu'), 1],
  [new RegExp(`(?<![\\p{L}])${introduction} ${title}?(${name})`, 'dgu'), 1],
  [
    new RegExp(
      `(?<=^[ \\t]{0,8}${closing}[ \\t]{0,2}[,.!–-]?[ \\t]{0,2}\\n{1,2}[ \\t]{0,8})(${word}(?: ${word}){0,2})(?=[ \\t]*$)`,
      'dgmu',
    ),
    1,
  ],
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** A name that is known: as a whole however it is written, its parts with their capitals. */
const findKnown = (text: string, known: readonly string[]): Span[] => {
  const whole = known.map((one) => one.trim()).filter((one) => one.length > 1);
  const parts = whole
    .flatMap((one) => one.split(/[\s.]+/u))
    .filter((one) => one.length >= shortestPart && /^[\p{Lu}\p{Lo}]/u.test(one));
  const search = (names: readonly string[], flags: string): Span[] =>
    [...new Set(names)]
      .slice(0, maxKnown)
      .flatMap((one) =>
        spansOf(text, new RegExp(`(?<![\\p{L}\\p{N}])${escaped(one)}(?![\\p{L}\\p{N}])`, flags)),
      );
  return [...search(whole, 'dgiu'), ...search(parts, 'dgu')];
};

/** Names in a text. @param known of those who take part */
export const findNames = (text: string, known: readonly string[]): Span[] => [
  ...findKnown(text, known),
  ...patterns.flatMap(([pattern, group]) => spansOf(text, pattern, group)),
];
