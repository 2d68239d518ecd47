import { Failure } from '../core/http/failure.ts';

/** Maximum time of a snooze, milliseconds. */
export const maxSnooze = 366 * 24 * 3_600_000;

export const refuse = (field: string, message: string): Failure =>
  new Failure('invalid', message, { fields: { [field]: 'not_allowed' } });
