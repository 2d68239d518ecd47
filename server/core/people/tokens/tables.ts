import type { Scope } from '../../../../shared/core/people/scopes.ts';
import { at, index, int, json, primaryKey, table, text, uniqueIndex } from '../../db/columns.ts';

/**
 * Tokens by which programs call the staff's routes, as SHA-256. One that ended stays for as long as the log of deeds
 * names it.
 */
export const apiTokens = table(
  'api_tokens',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    hash: text('hash').notNull(),
    /** The token's last characters, to know it by. */
    ending: text('ending').notNull(),
    name: text('name').notNull(),
    scopes: json<Scope[]>('scopes').notNull(),
    /** The maker, in whose name it acts. */
    staffId: text('staff_id').notNull(),
    createdAt: at('created_at').notNull(),
    /** Null for one that ends only when it is revoked. */
    expiresAt: at('expires_at'),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (token) => [
    primaryKey({ columns: [token.siteId, token.id] }),
    uniqueIndex('api_tokens_hash').on(token.hash),
    index('api_tokens_staff').on(token.siteId, token.staffId),
  ],
);

/** Answers to writes with an Idempotency-Key: the same again gets the same answer. Kept for a day. */
export const apiReplays = table(
  'api_replays',
  {
    siteId: text('site_id').notNull(),
    tokenId: text('token_id').notNull(),
    key: text('key').notNull(),
    /** Of what was asked. */
    fingerprint: text('fingerprint').notNull(),
    /** Null while it is being done. */
    status: int('status'),
    /** The answer's JSON. */
    body: text('body'),
    createdAt: at('created_at').notNull(),
  },
  (replay) => [
    primaryKey({ columns: [replay.siteId, replay.tokenId, replay.key] }),
    index('api_replays_age').on(replay.siteId, replay.createdAt),
  ],
);
