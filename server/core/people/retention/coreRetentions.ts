import type { Retention } from './retention.ts';
import { auditByAge } from './queries/audit.ts';
import { callbacksByAge, conversationsByAge } from './queries/conversations.ts';
import { asideByAge, mailsByAge } from './queries/mails.ts';
import { visitorsByAge } from './queries/visitors.ts';

/** Core's own retentions. */
export const coreRetentions: readonly Retention[] = [
  conversationsByAge,
  callbacksByAge,
  visitorsByAge,
  mailsByAge,
  asideByAge,
  auditByAge,
];
