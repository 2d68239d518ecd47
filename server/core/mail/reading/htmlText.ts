import { compile } from 'html-to-text';

/** HTML beyond so many code units is not looked at: no person writes so much. */
const maxHtml = 2_000_000;
/** Stands where the library stopped: a character that no text has a use for. */
const stopped = '\uE0FF';

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: maxHtml, maxDepth: 400, maxChildNodes: 50_000, ellipsis: stopped },
  selectors: [
    {
      selector: 'a',
      options: { linkBrackets: ['(', ')'], hideLinkHrefIfSameAsText: true, noAnchorUrl: true },
    },
    // Pictures come as files; what stands for them in the text says nothing.
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
  ],
});

/** Elements that stand within each other at the most. Reading costs the square of it; people's mail has a tenth. */
const maxDepth = 300;
/** Elements that end without an end tag: they do not stand within each other. */
const unnested = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd option tr td th thead tbody tfoot o:p'.split(
    ' ',
  ),
);

/** True when elements stand too deep in each other, in one pass. */
const isTooDeep = (html: string): boolean => {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9:]{0,20})/gi)) {
    if (unnested.has(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > maxDepth) return true;
  }
  return false;
};

/** Whether HTML is short and flat enough for a parser that walks it whole. */
export const isReadable = (html: string): boolean => html.length <= maxHtml && !isTooDeep(html);

/**
 * An HTML mail as plain text; quotes have a `>` before each line, as in any plain mail. Slow on what is built to be:
 * the caller bounds its time.
 * @returns null when it is too long or too deep to be read whole
 */
export const htmlText = (html: string): string | null => {
  if (!isReadable(html)) return null;
  const text = convert(html);
  return text.includes(stopped) && !html.includes(stopped) ? null : text;
};

/** Every word between the tags, in one pass: what is left of HTML that cannot be read as such. */
export const wordsOfHtml = (html: string): string => {
  const words: string[] = [];
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    words.push(open === -1 ? html.slice(at) : html.slice(at, open));
    const close = open === -1 ? -1 : html.indexOf('>', open);
    if (close === -1) break;
    at = close + 1;
  }
  return words
    .map((word) => word.trim())
    .filter(Boolean)
    .join('\n');
};
