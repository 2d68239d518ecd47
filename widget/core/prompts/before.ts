import type { PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import { remember } from '../../../shared/core/prompts/memory.ts';
import { type Memory, type Moment, reasonsAgainst } from '../../../shared/core/prompts/rules.ts';

/**
 * Keeps back what may have come on the page that led here, and was left alone there: of who keeps nothing no more is
 * known. It is judged as of the end of a long stay on that page.
 * @returns how many pages were seen before, as far as that is known
 */
export const holdBefore = (
  rules: readonly PublicPrompt[],
  budget: Parameters<typeof reasonsAgainst>[1],
  moment: Moment,
  memory: Memory,
): number => {
  const before = {
    ...moment,
    url: document.referrer,
    seconds: 9e9,
    idle: 9e9,
    scroll: 100,
    exit: true,
    pagesSeen: 1,
  };
  for (const rule of rules)
    if (!reasonsAgainst(rule, budget, before, memory).length) remember(memory, rule, moment.now, true);
  return 1;
};
