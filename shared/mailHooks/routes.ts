import type { z } from 'zod';
import { route } from '../core/route.ts';
import type { HookProvider } from './providers.ts';
import type * as schema from './schema.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

const base = '/api/inbox/:site/mailbox-hooks';

export const listMailHooks = route<undefined, schema.MailHooks>('GET', base);
export const addMailHook = route<Of<typeof schema.addMailHook>, schema.MadeMailHook>('POST', base);
/** Another secret; the one before is no more at once. */
export const replaceMailHookSecret = route<Of<typeof schema.replaceMailHookSecret>, schema.MadeMailHook>(
  'POST',
  `${base}/:hook/secret`,
);
export const deleteMailHook = route<undefined, schema.MailHooks>('DELETE', `${base}/:hook`);

/** Where a provider posts. Mailgun posts a mail as it came only to addresses that end so. */
export const hookPath = (hook: string, provider: HookProvider): string =>
  `/api/mail/hooks/${hook}${provider === 'mailgun' ? '/mime' : ''}`;
