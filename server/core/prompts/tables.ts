import type { PromptKind } from '../../../shared/core/prompts/kinds.ts';
import { at, index, primaryKey, table, text } from '../db/columns.ts';

/**
 * Prompts that were due in a browser: shown, or held back from who is there to compare with. About nobody: no visitor, no
 * address and no page, whose path may name somebody; only what is counted.
 */
export const promptExposures = table(
  'prompt_exposures',
  {
    siteId: text('site_id').notNull(),
    /** Made by the browser. */
    id: text('id').notNull(),
    promptId: text('prompt_id').notNull(),
    kind: text('kind').$type<PromptKind>().notNull(),
    arm: text('arm').$type<'shown' | 'held'>().notNull(),
    language: text('language').notNull(),
    at: at('at').notNull(),
    dismissedAt: at('dismissed_at'),
    actedAt: at('acted_at'),
    /** When the prompt's goal was reached, within its window. */
    goalAt: at('goal_at'),
  },
  (exposure) => [
    primaryKey({ columns: [exposure.siteId, exposure.id] }),
    index('prompt_exposures_prompt').on(exposure.siteId, exposure.promptId, exposure.at),
  ],
);
