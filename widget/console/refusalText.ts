import type { FieldCode } from '../../shared/core/errors.ts';
import type { ConsoleTexts } from './i18n.ts';

/** Why a field was refused, in words. */
export const refusalText = (say: ConsoleTexts, code: FieldCode): string => {
  if (code === 'required') return say.bad_required;
  if (code === 'too_short') return say.bad_short;
  if (code === 'too_common') return say.bad_common;
  if (code === 'too_long' || code === 'too_many') return say.bad_long;
  return code === 'not_email' ? say.bad_email : say.bad_other;
};
