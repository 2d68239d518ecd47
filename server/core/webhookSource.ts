import type { Context } from '../context.ts';
import type { LogEvent } from './events/tables.ts';
import type { WebhookEvent, WebhookType } from './webhookTypes.ts';

/** What a feature has to tell the owner's programs, and how it reads it out of the log. */
export interface WebhookSource {
  /** By name: `subject.happened`. Unique over all features. */
  readonly types: Readonly<Record<string, WebhookType>>;
  /** What of a batch of a site's log is told, as it is now. Asked for sites with endpoints alone. */
  read(ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]>;
}
