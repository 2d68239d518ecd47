import type { NewsDot } from '../../../shared/core/prompts/kinds.ts';

/** News that the panel shows at its start. */
export interface News {
  /** The mark on the launcher; null for none. */
  dot: Omit<NewsDot, 'notPages'> | null;
}
