import sanitize from 'sanitize-html';
import { fileScheme } from '../originals/files.ts';
import { isReadable } from './htmlText.ts';

/** HTML of a mail that staff can look at as its sender made it, and whether it wants anything from elsewhere. */
export interface OriginalHtml {
  html: string;
  isRemote: boolean;
}

/** Longest HTML that is kept, UTF-16 code units: newsletters have a third. */
const maxKept = 400_000;

const looks = [
  'align',
  'bgcolor',
  'border',
  'class',
  'color',
  'dir',
  'height',
  'lang',
  'style',
  'valign',
  'width',
];

/** A picture that nobody is to see tells its sender that the mail was opened, and by whom. */
const isTracker = ({ width, height, style = '' }: Record<string, string>): boolean =>
  [width, height].some((size) => size !== undefined && Number.parseFloat(size) <= 1) ||
  /display\s*:\s*none|visibility\s*:\s*hidden|(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(
    style,
  );

/**
 * Takes out of a mail's HTML whatever could run, send, lead elsewhere by itself or tell that it was opened. It is shown in
 * a frame without scripts, whose policy lets nothing be fetched: this is the first of two locks.
 * @param files the places of the mail's files, by their content id
 * @returns null where nothing is left to look at, or too much
 */
export const originalHtml = (html: string, files: ReadonlyMap<string, number>): OriginalHtml | null => {
  if (!isReadable(html)) return null;
  let isRemote = /url\(\s*["']?\s*https?:/i.test(html);
  const kept = sanitize(html, {
    allowedTags: [
      ...sanitize.defaults.allowedTags,
      ...['body', 'center', 'del', 'font', 'img', 'ins', 'style', 'strike', 'big', 'tt'],
    ],
    // Its rules can fetch nothing in the frame, and can touch nothing outside of it.
    allowVulnerableTags: true,
    allowedAttributes: {
      '*': looks,
      a: [...looks, 'href', 'target', 'rel'],
      img: [...looks, 'src', 'alt', 'title'],
      td: [...looks, 'colspan', 'rowspan', 'background'],
      th: [...looks, 'colspan', 'rowspan'],
      table: [...looks, 'cellpadding', 'cellspacing', 'background'],
      font: [...looks, 'face', 'size'],
      ol: [...looks, 'start', 'type'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', fileScheme] },
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    transformTags: {
      a: (tagName, attribs) => ({
        tagName,
        attribs: { ...attribs, target: '_blank', rel: 'noopener noreferrer nofollow' },
      }),
      img: (tagName, { src = '', ...attribs }) => {
        const place = /^cid:/i.test(src) ? files.get(src.slice(4).trim()) : undefined;
        const isElsewhere = /^https?:/i.test(src);
        const known = place !== undefined ? `${fileScheme}:${place}` : isElsewhere ? src : '';
        return { tagName, attribs: { ...attribs, ...(known && { src: known }) } };
      },
    },
    exclusiveFilter({ tag, attribs }) {
      if (tag !== 'img') return false;
      const isGone = !attribs['src'] || isTracker(attribs);
      if (!isGone && /^https?:/i.test(attribs['src'] ?? '')) isRemote = true;
      return isGone;
    },
  });
  // Rules have no use for it, and a browser might read on there as markup.
  const whole = kept.replace(
    /(<style[^>]*>)([\s\S]*?)(<\/style>)/gi,
    (_, open: string, rules: string, end: string) => open + rules.replaceAll('<', '') + end,
  );
  return whole.trim() === '' || whole.length > maxKept ? null : { html: whole, isRemote };
};
