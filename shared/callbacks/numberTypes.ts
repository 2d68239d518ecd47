/** Kinds of number that an owner may let people be called at. */
export const numberTypes = ['mobile', 'fixed', 'voip', 'toll_free', 'shared_cost', 'personal'] as const;
export type NumberType = (typeof numberTypes)[number];
