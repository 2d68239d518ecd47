import type { FieldCode } from '../../shared/core/errors.ts';
import type { ConsoleTexts } from './i18n.ts';

/** Text of why a field was refused. */
export const refusalText = (texts: ConsoleTexts, code: FieldCode): string => {
  if (code === 'required') return texts.bad_required;
  if (code === 'too_short') return texts.bad_short;
  if (code === 'too_common') return texts.bad_common;
  if (code === 'too_long' || code === 'too_many') return texts.bad_long;
  return code === 'not_email' ? texts.bad_email : texts.bad_other;
};
