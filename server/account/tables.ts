import { at, bool, index, int, table, text, uniqueIndex } from '../core/db/columns.ts';

/** Passkeys of staff: public keys, of no use to who reads them. */
export const passkeys = table(
  'passkeys',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').notNull(),
    /** The id that the authenticator gave it, base64url. */
    credentialId: text('credential_id').notNull(),
    /** COSE, base64url. */
    publicKey: text('public_key').notNull(),
    /** Uses as the authenticator counts them; 0 for those that don't count. */
    counter: int('counter').notNull(),
    /** True where it's kept in a password manager's cloud. */
    isSynced: bool('is_synced').notNull(),
    name: text('name').notNull(),
    createdAt: at('created_at').notNull(),
    usedAt: at('used_at'),
  },
  (passkey) => [
    uniqueIndex('passkeys_credential').on(passkey.credentialId),
    index('passkeys_staff').on(passkey.staffId),
  ],
);
