/** Marks that nobody sees between letters, by which words are hidden from lists. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const letter = /[\p{L}\p{N}]/u;
/** Scripts that write no spaces: a word may stand anywhere in a line. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Cyrillic and Greek letters that look like Latin ones. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
};

/** Reads a word of two scripts as the Latin one that it looks like; words of one script stay as they are. */
const unmixed = (word: string): string =>
  /[a-z]/.test(word) && /[\p{sc=Cyrillic}\p{sc=Greek}]/u.test(word)
    ? [...word].map((sign) => lookAlikes[sign] ?? sign).join('')
    : word;

/** Folds what people write alike: case, accents, compatibility forms, invisible marks, letters of other scripts. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/[\p{L}\p{N}]+/gu, unmixed)
    .replace(/\s+/gu, ' ')
    .trim();

/** True when a folded text holds a word or a phrase: whole, or with more letters where it says `*`. */
const holds = (folded: string, listed: string): boolean => {
  const [, before, inner, after] = /^(\*?)(.*?)(\*?)$/su.exec(listed.trim()) ?? [];
  const wanted = fold(inner ?? '');
  if (!wanted) return false;
  const isFree = unspaced.test(wanted);
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    const mayStart = isFree || before || !letter.test(folded[at - 1] ?? ' ');
    const mayEnd = isFree || after || !letter.test(folded[at + wanted.length] ?? ' ');
    if (mayStart && mayEnd) return true;
  }
  return false;
};

/** The first listed word or phrase that one of some texts holds, as it is listed; null for none. */
export const findWord = (listed: readonly string[], texts: readonly string[]): string | null => {
  const folded = texts.map(fold);
  return listed.find((word) => folded.some((text) => holds(text, word))) ?? null;
};
