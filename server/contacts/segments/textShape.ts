import type { Plural } from '../../core/pages/textShape.ts';
import type en from './texts/en.ts';

/** Every text of notices about segments, by name. English is the measure: the others have the same names. */
export type SegmentMailTexts = {
  [Key in keyof typeof en]: (typeof en)[Key] extends string ? string : Plural;
};
