/**
 * Marks that writers add or leave out at will: Latin, Greek and Cyrillic accents (with the U+0301 stress mark),
 * Hebrew points, Arabic vowel signs, variation selectors. Marks that carry vowels (Indic scripts, Thai, kana
 * voicing) are letters in all but name and stay.
 */
const optionalMarks = new RegExp(
  [
    '[',
    '\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7',
    '\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ed',
    '\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe00-\\ufe0f\\ufe20-\\ufe2f',
    ']',
  ].join(''),
  'g',
);

/** Invisible inside a word: soft hyphen, joiners, direction marks, byte order mark, Arabic tatweel. */
const ignorable = /\p{Cf}|[\u0640'’ʼ＇]/gu;

/** Letters that Unicode does not decompose but that people swap freely. */
const alikeLetters = new Map([
  ['ß', 'ss'],
  ['ς', 'σ'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['ł', 'l'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['þ', 'th'],
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ک', 'ك'],
  ['ی', 'ي'],
]);
const alikePattern = new RegExp(`[${[...alikeLetters.keys()].join('')}]`, 'g');

/** Zero of each decimal block that compatibility decomposition leaves alone and that keyboards still produce. */
const digitBlocks = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];
const foreignDigits = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g;

const plainWord = /^[a-z0-9]*$/;
const kanaVoicing = /[\u3099\u309a]/;

/**
 * The form in which two spellings of a word meet: compatibility-decomposed, lower case, optional marks and
 * invisible characters removed. Hangul stays decomposed on purpose: a half-typed syllable is then a prefix, and
 * particles are endings like any other.
 */
export function foldWord(word: string): string {
  if (plainWord.test(word)) return word;
  // Lower-casing comes first and last: 'İ' grows a mark when lowered, and some compatibility forms are capitals.
  let folded = word.toLowerCase().normalize('NFKD').toLowerCase();
  folded = folded.replace(optionalMarks, '').replace(ignorable, '');
  folded = folded.replace(alikePattern, (letter) => alikeLetters.get(letter) ?? letter);
  folded = folded.replace(foreignDigits, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = digitBlocks.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });
  return kanaVoicing.test(folded) ? folded.normalize('NFC') : folded;
}
