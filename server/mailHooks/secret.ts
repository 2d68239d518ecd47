import type { Context } from '../context.ts';
import { sealFor, unsealFor } from '../core/people/sealed.ts';
import type { MailHookRow } from './queries.ts';

type Needs = Pick<Context, 'secrets'>;

const purpose = (id: string): string => `mail hook ${id}`;

export const sealHookSecret = (ctx: Needs, id: string, secret: string): string =>
  sealFor(ctx, purpose(id), secret);

/** The secret of a hook; null where it was sealed by another installation: it has to be made anew. */
export const hookSecret = (ctx: Needs, { id, secret }: Pick<MailHookRow, 'id' | 'secret'>): string | null => {
  try {
    return unsealFor(ctx, purpose(id), secret);
  } catch {
    return null;
  }
};
