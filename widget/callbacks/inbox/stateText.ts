import type { StaffCallback } from '../../../shared/callbacks/schema.ts';
import { fill } from '../../core/text/fill.ts';
import type { StaffTexts } from './texts.ts';

/** Text of a callback's state. */
export const stateText = (texts: StaffTexts, callback: StaffCallback): string =>
  fill(texts[`state_${callback.state}`], { name: callback.owner?.name || '' });
