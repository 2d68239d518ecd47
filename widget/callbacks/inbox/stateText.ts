import type { StaffCall } from '../../../shared/callbacks/schema.ts';
import { fill } from '../../core/text/fill.ts';
import type { StaffTexts } from './texts.ts';

/** Text of a callback's state. */
export const stateText = (texts: StaffTexts, call: StaffCall): string =>
  fill(texts[`state_${call.state}`], { name: call.owner?.name || '' });
