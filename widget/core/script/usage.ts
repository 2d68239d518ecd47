/** The page's script used the API in a way that it does not have: told to the developer, not to the owner. */
export class UsageError extends TypeError {
  override readonly name = 'FoyerUsageError';
}

/** @throws UsageError */
export const expect = (holds: unknown, what: string): void => {
  if (!holds) throw new UsageError(what);
};

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One line of text, not longer than the server takes. */
export const isLine = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest && !/[\p{Cc}\u2028\u2029]/u.test(value);
