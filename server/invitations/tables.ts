import type { InvitationOpens } from '../../shared/invitations/opens.ts';
import type { PromptRule } from '../../shared/core/prompts/kinds.ts';
import { at, int, json, primaryKey, table, text } from '../core/db/columns.ts';

export const promptInvitations = table(
  'prompt_invitations',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    /** For staff alone. */
    name: text('name').notNull(),
    /** The person who speaks; null for the team. */
    fromId: text('from_id'),
    opens: text('opens').$type<InvitationOpens>().notNull(),
    texts: json<Record<string, { text: string; action: string }>>('texts').notNull(),
    rule: json<PromptRule>('rule').notNull(),
    revision: int('revision').notNull(),
    createdAt: at('created_at').notNull(),
    changedAt: at('changed_at').notNull(),
  },
  (invitation) => [primaryKey({ columns: [invitation.siteId, invitation.id] })],
);
