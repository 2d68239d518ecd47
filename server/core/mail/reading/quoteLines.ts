/*
 * How mail programs mark what they quote. Everything looks at lines, and at a bounded part of each: the text is a
 * stranger's.
 */

/** Code units of what was typed, and of what was quoted, that a message carries; what is longer comes as a file, too. */
export const maxPart = 50_000;

/** Surrounded the first line of what we sent before: replies to it still come. */
export const markerEdge = '==~==';

/** Code units of a line that are looked at. */
const looked = 500;

/** True when a mail program marked a line as quoted. */
export const isMarked = (line: string): boolean => /^\s{0,3}>/.test(line.slice(0, looked));

/** True for `-- ` alone, which stands before a signature (RFC 3676, 4.3). With no space after it, it is a typed line. */
export const isSignatureLine = (line: string): boolean => line === '-- ';

/** True for what phones and mail programs add of themselves. */
export const isDeviceLine = (line: string): boolean =>
  line.length < 120 &&
  /^\s*(?:sent from (?:my|mail|outlook|yahoo|proton)|get outlook for|von mein\S+ .{2,40} gesendet|gesendet (?:von|mit)|отправлено (?:с|из)|στάλθηκε από|dërguar nga|ipinadala mula sa|أُ?رسلت? من|تم الإرسال من)/iu.test(
    line,
  );

/** A line without the marks that it was quoted with, as it is compared. */
export const bareLine = (line: string): string =>
  line
    .slice(0, looked)
    .replace(/^[\s>|]+/, '')
    .replace(/[*_[\]()<>\s]+/g, ' ')
    .trim()
    .toLowerCase();

/** `From: …`, in whatever language, with the stars that bold words become. */
const isHeaderLine = (line: string): boolean =>
  /^\s*\*{0,2}[\p{L}\p{M}][\p{L}\p{M} .’'-]{0,24}\s?[::]\*{0,2}\s*\S/u.test(line.slice(0, looked));

/** `-----Original Message-----` and the line of underscores that Outlook draws. */
const isSeparator = (line: string): boolean => {
  const text = line.slice(0, looked).trim();
  return /^_{5,}$/.test(text) || (/^-{2,}[^-]/.test(text) && /[^-]-{2,}$/.test(text));
};

/** "wrote", as mail programs say it. */
const wrote =
  /(?:\b(?:wrote|writes|schrieb|schreef|[ée]crit|escribi[óo]|escreveu|ha scritto|skribis|shkroi|sumulat|skrev|napisał\(?a?\)?)\b|пиш[еу]т?|написал\(?а?\)?|έγραψε|كتب)[^\n]{0,40}$/iu;
const isAddressed = (text: string): boolean =>
  /<\s*[^<>\s]{1,250}@[^<>\s]{1,250}\s*>\)?[^@]{0,60}$/.test(text);
const isDated = (text: string): boolean =>
  (/\d{1,2}[:.]\d{2}/.test(text) && /\d{4}/.test(text)) || /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(text);

/** Lines that an attribution may be broken into. */
const maxAttribution = 3;

/**
 * Where the line that a mail program puts above a quote begins, as in "On Monday, Ada <help@shop.example> wrote:". It may
 * be broken into up to three.
 * @param end the line below it
 * @returns null when what stands there was typed, for all that can be told
 */
export const attributionAbove = (lines: readonly string[], end: number): number | null => {
  if (!/[::]\s*$/.test((lines[end - 1] ?? '').slice(-looked))) return null;
  const textFrom = (start: number): string =>
    lines
      .slice(start, end)
      .join(' ')
      .slice(-2 * looked);
  for (let start = end - 1; start >= Math.max(0, end - maxAttribution); start--) {
    if ((lines[start] ?? '').trim() === '') return null;
    const text = textFrom(start);
    if (isDated(text)) return start;
    if (!isAddressed(text) && !wrote.test(text)) continue;
    // The date may stand on the line above, as part of the same sentence.
    const isLonger = start > Math.max(0, end - maxAttribution) && (lines[start - 1] ?? '').trim() !== '';
    return isLonger && isDated(textFrom(start - 1)) ? start - 1 : start;
  }
  return null;
};

/**
 * Where the lines begin and end that Outlook puts above a quote that it does not mark: three or more like `From: …`.
 * @returns null when there are none at this line
 */
export const headerBlockAt = (
  lines: readonly string[],
  at: number,
): { start: number; end: number } | null => {
  let first = at;
  if (isSeparator(lines[at] ?? '')) {
    first = at + 1;
    while (first < at + 3 && (lines[first] ?? '').trim() === '') first += 1;
  }
  let end = first;
  let count = 0;
  while (end < lines.length && end < first + 12) {
    const line = lines[end] ?? '';
    if (isHeaderLine(line)) count += 1;
    else if (line.trim() !== '' || count >= 3) break;
    end += 1;
  }
  return count >= 3 ? { start: at, end } : null;
};
