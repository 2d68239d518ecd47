import type { StaffCall } from '../../../shared/callbacks/schema.ts';
import { fill } from '../../core/text/fill.ts';
import type { StaffWords } from './words.ts';

/** What the state means, in words. */
export const stateText = (words: StaffWords, call: StaffCall): string =>
  fill(words[`state_${call.state}`], { name: call.owner?.name || '' });
