import type { MailboxTest } from '../../shared/core/mail/connection.ts';
import type { NameRecords } from '../core/net/nameRecords.ts';

type Names = NameRecords | null;

/** A name's records of a kind, each in one piece; null where nobody could say. */
const recordsOf = async (names: Names, name: string, begins: RegExp): Promise<string[] | null> => {
  const found = names ? await names.texts(name) : null;
  return found?.map((parts) => parts.join('')).filter((text) => begins.test(text)) ?? null;
};

/** Whether a domain says which servers send for it (SPF, RFC 7208). Two records are none (4.5). */
export const lookUpSpf = async (names: Names, domain: string): Promise<NonNullable<MailboxTest['spf']>> => {
  const records = await recordsOf(names, domain, /^v=spf1(?:\s|$)/i);
  if (records === null) return 'unknown';
  const [record] = records;
  if (record === undefined) return 'missing';
  if (records.length > 1) return 'several';
  // Everybody may send for it: that says nothing.
  return /\s\+?all(?:\s|$)/i.test(record) ? 'open' : 'good';
};

/** A domain's policy for mails that only claim to be from it, or that of the domain it is below (DMARC, RFC 7489, 6.6.3). */
export const lookUpDmarc = async (
  names: Names,
  domain: string,
): Promise<NonNullable<MailboxTest['dmarc']>> => {
  const labels = domain.split('.');
  for (let from = 0; from <= labels.length - 2; from++) {
    const records = await recordsOf(names, `_dmarc.${labels.slice(from).join('.')}`, /^v=DMARC1\s*(?:;|$)/i);
    if (records === null) return 'unknown';
    const [record] = records;
    if (record === undefined) continue;
    return /;\s*p\s*=\s*(?:quarantine|reject)\b/i.test(record) ? 'good' : 'watching';
  }
  return 'missing';
};

/** Whether the key that signs mails is published (DKIM, RFC 6376, 3.6). An empty one was taken back. */
export const lookUpDkim = async (
  names: Names,
  domain: string,
  selector: string,
): Promise<NonNullable<MailboxTest['dkim']>> => {
  const records = await recordsOf(names, `${selector}._domainkey.${domain}`, /(?:^|;)\s*p\s*=/i);
  if (records === null) return 'unknown';
  return records.some((record) => /(?:^|;)\s*p\s*=\s*[a-z0-9+/]/i.test(record)) ? 'good' : 'missing';
};

/** The signature of a mail that a domain stands for, in its headers: the key's name; null for none. */
export const signedBy = (headers: string, domain: string): string | null => {
  const unfolded = headers.slice(0, 100_000).replace(/\r?\n[ \t]+/g, ' ');
  for (const [, value = ''] of unfolded.matchAll(/^dkim-signature:([^\r\n]*)/gim)) {
    const tag = (name: string): string =>
      new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([a-z0-9._-]{1,253})`, 'i').exec(value)?.[1]?.toLowerCase() ??
      '';
    const signer = tag('d');
    // Of the domain itself, or of the one it is below.
    if (signer && tag('s') && (domain === signer || domain.endsWith(`.${signer}`))) return tag('s');
  }
  return null;
};
