import type { NameRecords } from '../../net/nameRecords.ts';
import { headersOfMail } from './envelope.ts';

/** All that is needed to tell whether a mail comes from whom it says, besides the mail. */
export interface SenderRecords {
  /** Texts that the names publish which the mail refers to; null where nobody could say. */
  texts: [name: string, records: string[][] | null][];
  /** Findings of the server that received the mail (RFC 8601); null where the configuration names none, or it said nothing. */
  found: string | null;
}

/** Signatures of a mail whose keys are looked up: people's mails have one or two. */
const maxSignatures = 5;
/** Parents of a sender's domain that may say how its mail is signed. */
const maxParents = 3;

const tag = (signature: string, name: string): string =>
  new RegExp(`(?:^|;)\\s*${name}\\s*=\\s*([^;\\s]{1,253})`, 'i').exec(signature)?.[1] ?? '';

const domainOf = (from: string): string =>
  /@([^\s<>,;:"'()[\]@]{1,253})>?\s*(?:\([^()]*\)\s*)?$/.exec(from)?.[1] ?? '';

/** The domain, and those above it that are more than a country's. */
const withParents = (domain: string): string[] => {
  const labels = domain.split('.');
  return labels
    .slice(0, Math.min(labels.length - 1, maxParents + 1))
    .map((_, at) => labels.slice(at).join('.'));
};

/** Names whose records tell whether a mail is signed by its sender: keys (RFC 6376) and policies (RFC 7489). */
const namesIn = (headers: readonly string[]): string[] => {
  const values = (name: string): string[] =>
    headers
      .filter((line) => line.toLowerCase().startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trim());
  const keys = values('dkim-signature')
    .slice(0, maxSignatures)
    .map((signature) => `${tag(signature, 's')}._domainkey.${tag(signature, 'd')}`);
  const [from = ''] = values('from');
  const policies = withParents(domainOf(from.slice(-400))).map((domain) => `_dmarc.${domain}`);
  return [...new Set([...keys, ...policies])];
};

/**
 * The receiving server's findings, as it put them on top. One with its name further down may be the sender's own.
 * @param receiver the name that it goes by
 */
const foundBy = (headers: readonly string[], receiver: string): string | null => {
  const first = headers.find((line) => /^authentication-results:/i.test(line)) ?? '';
  const value = first.slice(first.indexOf(':') + 1).trim();
  return value.split(/[;\s]/, 1)[0]?.toLowerCase() === receiver.toLowerCase() ? value.slice(0, 4_000) : null;
};

/** Looks up what a mail's signatures and its sender's policy refer to: a handful of names, whatever it says. */
export const lookUpSender = async (
  raw: Buffer,
  names: NameRecords,
  receiver: string | undefined,
): Promise<SenderRecords> => {
  const headers = headersOfMail(raw);
  return {
    texts: await Promise.all(
      namesIn(headers).map(
        async (name): Promise<[string, string[][] | null]> => [name.toLowerCase(), await names.texts(name)],
      ),
    ),
    found: receiver === undefined ? null : foundBy(headers, receiver),
  };
};
