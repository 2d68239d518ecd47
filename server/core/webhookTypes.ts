import type { z } from 'zod';
import type { LogEvent } from './events/tables.ts';

/** Something that webhooks tell the owner's programs of. Types and shapes are a promise: they gain fields, and lose none. */
export interface WebhookType {
  /** In a sentence, for the documentation. */
  summary: string;
  /** The schema of `data`. */
  data: z.ZodType;
}

/** One event as webhooks carry it. */
export interface WebhookEvent {
  /** Place in the site's log. */
  seq: number;
  type: string;
  at: number;
  /** Whom it is about: with them it is erased. */
  visitorId: string | null;
  conversationId: string | null;
  data: unknown;
}

/** The webhook sources of all features, bound to the context. */
export interface BoundWebhooks {
  /** By name: `subject.happened`. */
  readonly types: Readonly<Record<string, WebhookType>>;
  /** Reads the messages of a batch of a site's log, as things are now, in the log's order. */
  read(siteId: string, batch: readonly LogEvent[]): Promise<WebhookEvent[]>;
}
