import { CallError } from '../net/client.ts';

/**
 * A refusal without a field that was changed: what was said of it, of what lies below and of what holds it is over.
 * @returns null when nothing is left
 */
export const withoutField = (error: CallError | null, changed: string): CallError | null => {
  if (!error) return null;
  const fields = Object.entries(error.fields);
  const left = fields.filter(
    ([field]) => field !== changed && !field.startsWith(`${changed}.`) && !changed.startsWith(`${field}.`),
  );
  if (left.length === fields.length) return error;
  return left.length > 0 ? new CallError(error.code as never, Object.fromEntries(left)) : null;
};
