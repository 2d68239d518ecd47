/** Why what a visitor wrote for everybody waits for staff. */
export const heldReasons = [
  'always',
  'first',
  'links',
  'blocked',
  'name',
  'files',
  'suspicious',
  'flood',
  'edited',
  'reported',
  'imported',
] as const;
export type HeldReason = (typeof heldReasons)[number];
