import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { Failure } from '../../http/failure.ts';

/** Maximum length of a password that is checked, UTF-16 code units: what is guessed is guessed from its beginning. */
const maxCheckedLength = 64;
/** Minimum score, of 0 to 4: more than 10^8 guesses by who knows the common passwords and how people change them. */
const minScore = 3;

/** The lists take some megabytes and a moment to read: they're there when the first password is chosen. */
let checker: ZxcvbnFactory | undefined;

/** The words of a person and their site that a guess would begin with. */
const wordsOf = (context: readonly string[]): string[] => [
  'foyer',
  ...context.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length >= 3),
];

/**
 * Refuses a password that is among the first to be guessed: a common one, however digits and signs are put to it, a row
 * of keys, or the person's and the site's own names.
 * @param field where it stands in what was sent
 * @param context names and addresses of the person and their sites
 * @throws Failure `invalid` with the field
 */
export const refuseCommon = (password: string, field: string, context: readonly string[]): void => {
  checker ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const { score } = checker.check(password.slice(0, maxCheckedLength), wordsOf(context));
  if (score < minScore)
    throw new Failure('invalid', 'This password is easy to guess. Choose another one.', {
      fields: { [field]: 'too_common' },
    });
};
