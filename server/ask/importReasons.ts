import type { FieldCode } from '../../shared/core/errors.ts';

const reasons: Partial<Record<FieldCode, string>> = {
  required: 'is missing',
  too_short: 'is too short',
  too_long: 'is too long',
  too_many: 'has too many entries',
  not_text: 'contains characters we can’t save',
  not_email: 'isn’t an email address',
  not_allowed: 'isn’t allowed',
  unknown: 'is unknown',
  invalid: 'isn’t valid',
};

/** The reason an entry is refused, in words: "title is missing; answer is too long". */
export const reasonOf = (fields: Record<string, FieldCode>): string => {
  const wrong = Object.entries(fields);
  // An entry without an id goes by its title: the title is what is missing.
  const named = wrong.filter(([field]) => field !== 'id' || wrong.length === 1);
  return named.map(([field, code]) => `${field} ${reasons[code] ?? reasons.invalid}`).join('; ');
};
