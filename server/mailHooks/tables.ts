import type { HookProvider } from '../../shared/mailHooks/providers.ts';
import { at, primaryKey, table, text, uniqueIndex } from '../core/db/columns.ts';

/** Addresses at which mail providers post what comes in for a site. */
export const mailHooks = table(
  'mail_hooks',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    provider: text('provider').$type<HookProvider>().notNull(),
    /** Sealed: the provider's key, or the password of ours that it sends. */
    secret: text('secret').notNull(),
    /** Amazon's topic that was confirmed first: no other one posts here. Null before, and for other providers. */
    topic: text('topic'),
    createdAt: at('created_at').notNull(),
    usedAt: at('used_at'),
  },
  (hook) => [primaryKey({ columns: [hook.siteId, hook.id] }), uniqueIndex('mail_hooks_id').on(hook.id)],
);
