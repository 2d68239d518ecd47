import type { CallError } from '../net/client.ts';
import type { InboxTexts } from './i18n.ts';
import { fill } from '../text/fill.ts';

/**
 * The text when the page was opened under another address than the server's own, or null. Cookies and cross-site checks
 * belong to one address: under another every login is refused.
 */
export const wrongAddressText = (texts: InboxTexts): string | null => {
  const own = document.querySelector<HTMLMetaElement>('meta[name="foyer-origin"]')?.content;
  return own && own !== location.origin ? fill(texts.wrongAddress, { url: `${own}/inbox` }) : null;
};

const spoken = ['forbidden', 'not_found', 'conflict', 'too_large'] as const;

/** A code that has a text of its own, or `other`. */
const codeOf = ({ code }: CallError): (typeof spoken)[number] | 'other' =>
  spoken.find((one) => one === code) ?? 'other';

/** The text for a failed call. */
export const failureText = (texts: InboxTexts, error: CallError): string => {
  if (error.code === 'offline') return texts.offline;

  if (error.code === 'limited') return fill(texts.limited, { seconds: error.retryAfter || 60 });
  const [field] = Object.entries(error.fields);
  if (field) {
    const words =
      field[1] === 'required'
        ? texts.field_required
        : field[1] === 'too_long'
          ? texts.field_too_long
          : texts.field_other;
    return fill(texts.refused, { reason: words });
  }
  if (error.passes) return texts.broken;
  return fill(texts.refused, { reason: texts[`code_${codeOf(error)}`] });
};
