import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { dmarc } from 'mailauth/lib/dmarc/index.js';
import type { MailVerdict } from '../../../../shared/core/conversations/mailPeople.ts';
import type { SenderRecords } from './senderRecords.ts';

/** Keys below it are broken by anybody (RFC 8301). */
const minBits = 1_024;

const fault = (code: string): Error => Object.assign(new Error(code), { code });

/** Answers from what was looked up before: nothing is asked in the middle of a mail. */
const resolverOf = ({ texts }: SenderRecords) => {
  const known = new Map(texts);
  return async (name: string): Promise<string[][]> => {
    const records = known.get(name.toLowerCase());
    if (!records) throw fault('ETIMEOUT');
    if (records.length === 0) throw fault('ENOTFOUND');
    return records;
  };
};

/** The receiving server's finding of a kind (RFC 8601), such as `pass`; empty where it says nothing. */
const foundOf = (found: string | null, kind: string): string =>
  new RegExp(`;\\s*${kind}\\s*=\\s*(\\w{1,20})`, 'i').exec(found ?? '')?.[1]?.toLowerCase() ?? '';

/** Domains that the receiving server found to send from their own machines (SPF, RFC 7208). */
const sendersIn = (found: string | null): string[] => {
  if (foundOf(found, 'spf') !== 'pass') return [];
  const from = /\bsmtp\.mailfrom\s*=\s*"?(?:[^\s;"@]{0,64}@)?([^\s;"@]{1,253})/i.exec(found ?? '')?.[1];
  return from ? [from.toLowerCase()] : [];
};

/**
 * Tells whether a mail comes from the domain that its `From` names: a signature of that domain holds (DKIM, RFC 6376), or
 * the server that received it found so, by the policy that the domain publishes (DMARC, RFC 7489). Chains of lists and
 * forwarders (ARC) are not believed: they say what another server claims to have seen.
 */
export const checkSender = async (raw: Buffer, records: SenderRecords): Promise<MailVerdict> => {
  const resolver = resolverOf(records);
  const { headerFrom, results } = await dkimVerify(raw, { resolver, minBitLength: minBits });
  const domain = headerFrom[0]?.split('@').at(-1)?.toLowerCase().slice(0, 253) ?? '';
  // Programs show one of several senders, and not all the same.
  if (headerFrom.length !== 1 || domain === '') return { result: 'fail', domain };
  // What was added below a signature's length is anybody's.
  const signers = results.filter(({ status }) => status.result === 'pass' && !status.underSized);
  const policy = await dmarc({
    headerFrom,
    dkimDomains: signers.map(({ signingDomain }) => ({ domain: signingDomain })),
    spfDomains: sendersIn(records.found),
    resolver,
  });
  if (!policy) return { result: 'fail', domain };
  const { result } = policy.status;
  const isSigned = signers.some(({ status }) => status.aligned);
  if (result === 'pass' || isSigned || foundOf(records.found, 'dmarc') === 'pass')
    return { result: 'pass', domain };
  const isRefused = result === 'fail' && policy.policy !== undefined && policy.policy !== 'none';
  return { result: isRefused || foundOf(records.found, 'dmarc') === 'fail' ? 'fail' : 'none', domain };
};
