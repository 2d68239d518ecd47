import { Failure } from '../core/http/failure.ts';

/** A conversation is put aside for so long at the most, milliseconds. */
export const longestSnooze = 366 * 24 * 3_600_000;

export const refuse = (field: string, message: string): Failure =>
  new Failure('invalid', message, { fields: { [field]: 'not_allowed' } });
