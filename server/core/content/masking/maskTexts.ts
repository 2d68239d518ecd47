import { type MaskKind, maskKinds, placeholders } from '../../../../shared/core/content/maskKinds.ts';
import { ourLanguage } from '../../../../shared/core/languages.ts';
import { findAccounts } from './accounts.ts';
import { findEmails } from './emails.ts';
import { findNames } from './names.ts';
import { findOrders } from './orders.ts';
import { findPhones } from './phones.ts';
import { isFree, type Span } from './spans.ts';

/** The task of the thread. */
export interface MaskTask {
  texts: string[];
  /** Of those who take part. */
  names: string[];
  /** In which placeholders are written. */
  language: string;
}

/** The count of each kind. */
export type MaskCounts = Record<MaskKind, number>;

/** The texts without what tells of a person. */
export interface Masked {
  texts: string[];
  counts: MaskCounts;
}

export interface Found extends Span {
  kind: MaskKind;
}

/** Personal details in a text, in their order; of overlapping ones the surer. @param known names of those who take part */
export const findPersonal = (source: string, known: readonly string[]): Found[] => {
  const found: Found[] = [];
  const take = (kind: MaskKind, spans: readonly Span[]): void => {
    const longestFirst = [...spans].sort((one, other) => other.end - other.start - (one.end - one.start));
    for (const span of longestFirst) if (isFree(span, found)) found.push({ ...span, kind });
  };
  const { iban, card } = findAccounts(source);
  take('email', findEmails(source));
  take('iban', iban);
  take('card', card);
  take('order', findOrders(source));
  take('phone', findPhones(source, found));
  take('name', findNames(source, known));
  return found.sort((one, other) => one.start - other.start);
};

/** Puts placeholders where texts tell of a person. */
export const maskTexts = ({ texts, names, language }: MaskTask): Masked => {
  const counts = Object.fromEntries(maskKinds.map((kind) => [kind, 0])) as MaskCounts;
  const own = placeholders[ourLanguage(language) ?? 'en'];
  return {
    counts,
    texts: texts.map((text) => {
      let masked = '';
      let at = 0;
      for (const { kind, start, end } of findPersonal(text, names)) {
        masked += text.slice(at, start) + own[kind];
        counts[kind] += 1;
        at = end;
      }
      return masked + text.slice(at);
    }),
  };
};
