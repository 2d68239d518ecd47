/**
 * Reads what a record itself has under a name that came from outside: `toString` and `__proto__` are names too, and what
 * every object has under them is nothing that was put there.
 */
export const ownValue = <Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined => (record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined);
