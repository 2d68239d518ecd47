import type { PageMatch, PromptRule } from '../../../shared/core/prompts/kinds.ts';
import { Failure } from '../http/failure.ts';

/** The longest a pattern is looked at before it is refused, milliseconds. */
const checkTimeout = 2_000;

/** Whether a regular expression is one, and takes time in proportion to what it reads, whatever that is. */
const isSafe = async (source: string): Promise<boolean> => {
  try {
    new RegExp(source);
  } catch {
    return false;
  }
  const { check } = await import('recheck');
  return (await check(source, '', { timeout: checkTimeout })).status === 'safe';
};

/**
 * Every visitor's browser runs these on every address that it sees: one that may take long is not stored.
 * @param field where they stand in what was sent, to be named in the refusal
 * @throws Failure `invalid`
 */
export const refuseSlowPatterns = async (matches: readonly PageMatch[], field: string): Promise<void> => {
  for (const [index, { how, value }] of matches.entries())
    if (how === 'regex' && !(await isSafe(value)))
      throw new Failure('invalid', 'This isn’t a valid expression, or it could be slow on some URLs.', {
        fields: { [`${field}.${index}.value`]: 'not_allowed' },
      });
};

/** As {@link refuseSlowPatterns}, of a prompt's conditions. @param field where the rule stands */
export const refuseSlowRule = async ({ conditions }: PromptRule, field: string): Promise<void> => {
  await refuseSlowPatterns(conditions.pages ?? [], `${field}.conditions.pages`);
  await refuseSlowPatterns(conditions.notPages ?? [], `${field}.conditions.notPages`);
};
