/**
 * Asserts that a value is present where its type can't tell.
 * @param why what makes sure of it
 * @throws Error when it is missing all the same: a fault of ours
 */
export const assertPresent = <Value>(value: Value | null | undefined, why: string): Value => {
  if (value === null || value === undefined) throw new Error(`Missing although ${why}.`);
  return value;
};
