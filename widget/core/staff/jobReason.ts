/** Kinds of reasons why a job failed; each has a text of this name behind `reason_`. */
export type JobReason =
  | 'no_server'
  | 'refused'
  | 'later'
  | 'too_many'
  | 'unreachable'
  | 'login'
  | 'crashed'
  | 'unknown_kind'
  | 'other';

const patterns: readonly (readonly [RegExp, JobReason])[] = [
  [/SMTP_URL/, 'no_server'],
  [/refused it with (\d+)/, 'refused'],
  [/enough mails/, 'too_many'],
  [/EAUTH|\b53[045]$/, 'login'],
  [/\b(4\d\d)$/, 'later'],
  [/ECONN|ESOCKET|ETIMEDOUT|TIMEOUT|EDNS|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/, 'unreachable'],
  [/tried too often/, 'crashed'],
  [/nobody knows/, 'unknown_kind'],
];

/** Why a job failed, told apart by what the server noted; with the mail server's number where it gave one. */
export const readReason = (noted: string): { reason: JobReason; code: string } => {
  for (const [pattern, reason] of patterns) {
    const found = pattern.exec(noted);
    if (found) return { reason, code: found[1] ?? '' };
  }
  return { reason: 'other', code: noted };
};
