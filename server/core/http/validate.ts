import type { z } from 'zod';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { Failure } from './failure.ts';

const fieldCode = (issue: z.core.$ZodIssue): FieldCode => {
  switch (issue.code) {
    case 'custom':
      return (issue.params?.['code'] as FieldCode | undefined) ?? 'invalid';
    case 'too_big':
      return issue.origin === 'array' ? 'too_many' : issue.origin === 'string' ? 'too_long' : 'invalid';
    case 'too_small':
      return issue.origin === 'string' ? 'too_short' : 'invalid';
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'invalid';
    case 'unrecognized_keys':
      return 'unknown';
    case 'invalid_value':
      return 'not_allowed';
    default:
      return 'invalid';
  }
};

/**
 * Checks input against its schema.
 * @throws Failure `invalid` naming every field that is wrong and why
 */
export const check = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const fields: Record<string, FieldCode> = {};
  for (const issue of result.error.issues.slice(0, 20)) {
    const names =
      issue.code === 'unrecognized_keys' ? issue.keys.map((name) => [...issue.path, name]) : [issue.path];
    for (const path of names.slice(0, 20)) {
      const name = path.map(String).join('.').slice(0, 120) || 'body';
      // `__proto__` as a key would set a prototype instead of a field.
      if (!Object.hasOwn(fields, name))
        Object.defineProperty(fields, name, { value: fieldCode(issue), enumerable: true });
    }
  }

  throw new Failure('invalid', `Not accepted: ${Object.keys(fields).join(', ')}.`.slice(0, 300), { fields });
};
