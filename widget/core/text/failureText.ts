import type { FieldCode } from '../../../shared/core/errors.ts';
import type { CallError } from '../net/client.ts';
import type { TextKey, Texts } from './i18n.ts';
import { inText } from './times.ts';

/** Why something is not sent yet, in words; empty when there is nothing to add to "we keep trying". */
export const failureText = (texts: Texts, error: CallError | undefined): string => {
  switch (error?.code) {
    case 'offline':
      return texts.get('offline');
    case 'limited':
    case 'unavailable':
      return texts.get(error.code, { when: inText(texts, error.retryAfter || 30) });
    case 'invalid':
      return texts.get('checkFields');
    case 'too_large':
      return texts.get('tooLong');
    case 'conflict':
      return texts.get('conflict');
    case undefined:
      return '';
    default:
      // biome-ignore lint/style/noNonNullAssertion: what is no refusal of the server is an error
      return texts.get(error!.passes ? 'somethingBroke' : 'refused');
  }
};

/** Codes that have a text; a feature adds its own to these. */
const fieldKeys: Partial<Record<FieldCode, TextKey>> = {
  required: 'required',
  too_short: 'required',
  too_long: 'tooLong',
  too_many: 'tooLong',
  not_text: 'notText',
  not_email: 'notEmail',
};

/** Why one field was refused. */
export const fieldText = (texts: Texts, code: FieldCode | undefined): string =>
  code ? texts.get(fieldKeys[code] ?? 'notAllowed') : '';
