import type { EndpointState } from '../../shared/webhooks/schema.ts';
import { at, index, int, json, primaryKey, seq, table, text } from '../core/db/columns.ts';

/** Addresses of the owner's programs that are told what happens. */
export const webhookEndpoints = table(
  'webhook_endpoints',
  {
    siteId: text('site_id').notNull(),
    id: text('id').notNull(),
    url: text('url').notNull(),
    /** Names of types, or `*`. */
    types: json<string[]>('types').notNull(),
    description: text('description').notNull(),
    /** `whsec_…` (Standard Webhooks 1.0). */
    secret: text('secret').notNull(),
    oldSecret: text('old_secret'),
    oldSecretUntil: at('old_secret_until'),
    state: text('state').$type<EndpointState>().notNull(),
    /** The first failure of a row that has no success in it. */
    failingSince: at('failing_since'),
    /** Nothing is sent before: it asked for a rest, or does not answer. */
    restUntil: at('rest_until').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (endpoint) => [primaryKey({ columns: [endpoint.siteId, endpoint.id] })],
);

/** Messages of webhooks, once for all endpoints. */
export const webhookMessages = table(
  'webhook_messages',
  {
    siteId: text('site_id').notNull(),
    /** Follows from the event's place and type. */
    id: text('id').notNull(),
    seq: seq('seq').notNull(),
    type: text('type').notNull(),
    /** Whom it is about: erased with them. */
    visitorId: text('visitor_id'),
    conversationId: text('conversation_id'),
    /** The subject of the event: a comment, a question, an answer. */
    subjectId: text('subject_id'),
    /** The request's body, JSON. */
    body: text('body').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (message) => [
    primaryKey({ columns: [message.siteId, message.id] }),
    index('webhook_messages_visitor').on(message.siteId, message.visitorId),
    index('webhook_messages_conversation').on(message.siteId, message.conversationId),
    index('webhook_messages_subject').on(message.siteId, message.subjectId),
    index('webhook_messages_created').on(message.siteId, message.createdAt),
  ],
);

/** Messages on their way to endpoints. */
export const webhookDeliveries = table(
  'webhook_deliveries',
  {
    siteId: text('site_id').notNull(),
    endpointId: text('endpoint_id').notNull(),
    /** The message's id, or its own for one that is sent again: what the receiver knows it by. */
    messageId: text('message_id').notNull(),
    state: text('state').$type<'waiting' | 'done' | 'failed'>().notNull(),
    attempts: int('attempts').notNull(),
    /** When it is tried next. Who tries moves it on first: who dies over it leaves it to be tried then. */
    nextAt: at('next_at').notNull(),
    status: int('status'),
    reason: text('reason').notNull(),
    createdAt: at('created_at').notNull(),
    doneAt: at('done_at'),
  },
  (delivery) => [
    primaryKey({ columns: [delivery.siteId, delivery.endpointId, delivery.messageId] }),
    index('webhook_deliveries_due').on(delivery.state, delivery.nextAt),
    index('webhook_deliveries_of').on(delivery.siteId, delivery.endpointId, delivery.state, delivery.nextAt),
  ],
);

/** The outcome of each try. */
export const webhookAttempts = table(
  'webhook_attempts',
  {
    siteId: text('site_id').notNull(),
    endpointId: text('endpoint_id').notNull(),
    messageId: text('message_id').notNull(),
    at: at('at').notNull(),
    status: int('status'),
    reason: text('reason').notNull(),
    /** Milliseconds. */
    duration: int('duration').notNull(),
    answer: text('answer').notNull(),
  },
  (attempt) => [primaryKey({ columns: [attempt.siteId, attempt.endpointId, attempt.messageId, attempt.at] })],
);
