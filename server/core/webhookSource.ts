import type { Context } from '../context.ts';
import type { LogEvent } from './events/tables.ts';
import type { WebhookEvent, WebhookType } from './webhookTypes.ts';

/** A feature's webhook types, and how their data is read out of the log. */
export interface WebhookSource {
  /** By name: `subject.happened`. Unique over all features. */
  readonly types: Readonly<Record<string, WebhookType>>;
  /** Reads the messages of a batch of a site's log, as things are now. Asked for sites with endpoints alone. */
  read(ctx: Context, siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]>;
}
