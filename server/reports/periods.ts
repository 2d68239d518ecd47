import { maxDays } from '../../shared/reports/limits.ts';
import type { ReportQuery } from '../../shared/reports/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import { Failure } from '../core/http/failure.ts';
import { daysOf, plusDays } from './days.ts';

const invalid = (field: string, message: string, code: FieldCode): Failure =>
  new Failure('invalid', message, { fields: { [field]: code } });

/** The two periods that are asked for. @throws Failure `invalid` */
export const periodsOf = (query: ReportQuery) => {
  const { from, until, beforeFrom, beforeUntil } = query;
  const days = daysOf(from, until);
  if (days < 1) throw invalid('until', 'The end is before the start.', 'invalid');
  const before = {
    from: beforeFrom ?? plusDays(beforeUntil ?? plusDays(from, -1), 1 - days),
    until: beforeUntil ?? plusDays(beforeFrom ?? plusDays(from, -days), days - 1),
  };
  const daysBefore = daysOf(before.from, before.until);
  if (daysBefore < 1) throw invalid('beforeUntil', 'The end is before the start.', 'invalid');
  if (Math.max(days, daysBefore) > maxDays)
    throw invalid('until', `A report covers at most ${maxDays} days.`, 'too_many');
  return { period: { from, until }, before, days };
};
