import type { NewsDot } from '../../../shared/core/prompts/kinds.ts';

/** News that the panel shows at its start. */
export interface News {
  /** What marks the launcher by itself; null where nothing does. */
  dot: Omit<NewsDot, 'notPages'> | null;
}
