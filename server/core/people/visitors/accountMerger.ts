import type { Queries, Statement } from '../../db/database.ts';

/**
 * The statements that put what a feature keeps of an anonymous visitor under the account that they sign in to. Where
 * the account has the same already (a vote on the same comment), the account's stays.
 */
export type AccountMerger = (tx: Queries, siteId: string, visitor: string, account: string) => Statement[];
