import { type Span, spansOf } from './spans.ts';

const local = String.raw`(?:"[^"\n@]{1,64}"|[\p{L}\p{N}_.+%'’&*!$/=?^{|}~-]{1,64})`;
const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,62})`;

/* Every repetition is bounded: at each place of a text at most some hundred steps are made. */
const patterns: readonly RegExp[] = [
  // As it is, also with a space beside the sign, and with a host in brackets.
  new RegExp(
    `${local} ?[@＠] ?(?:(?:${label}\\.){1,6}[\\p{L}][\\p{L}\\p{M}\\p{N}-]{1,62}|\\[[\\d.:a-f]{3,45}\\])`,
    'dgiu',
  ),
  // Spelt so that machines don't find it: "anna (at) example (dot) com".
  new RegExp(
    `${local} {0,2}(?:[([{<] ?(?:at|ät|@|арроба|собака) ?[)\\]}>]|\\[ät\\]) {0,2}${label}(?: {0,2}(?:\\.|[([{<] ?(?:dot|punkt|точка|τελεία|pika) ?[)\\]}>]| dot ) {0,2}${label}){1,4}`,
    'dgiu',
  ),
  // "anna at example dot com".
  new RegExp(`${local} (?:at|ät|@) ${label}(?: (?:dot|punkt) ${label}){1,4}`, 'dgiu'),
  new RegExp(`${local} собака ${label}(?: точка ${label}){1,4}`, 'dgiu'),
];

/** Email addresses in a text, however they are spelt. */
export const findEmails = (text: string): Span[] => patterns.flatMap((pattern) => spansOf(text, pattern));
