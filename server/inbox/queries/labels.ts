import { asc, eq } from 'drizzle-orm';
import type * as schema from '../../../shared/inbox/schema.ts';
import type { Context } from '../../context.ts';
import { labels } from '../../core/conversations/tables.ts';

export const listLabels = (ctx: Context, siteId: string): Promise<schema.Label[]> =>
  ctx.database.read
    .select({ id: labels.id, name: labels.name, colour: labels.colour })
    .from(labels)
    .where(eq(labels.siteId, siteId))
    .orderBy(asc(labels.name));
