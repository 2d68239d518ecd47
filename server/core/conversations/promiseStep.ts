import type { Colleague } from '../people/staff/colleagues.ts';
import type { Site } from '../people/sites/sites.ts';
import type { ConversationRow } from './queries/conversations.ts';

export interface Step {
  site: Site;
  row: ConversationRow & { promiseAt: number };
  ownerId: string | null;
  colleagues: Colleague[];
}
