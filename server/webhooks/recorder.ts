import { allTypes } from '../../shared/webhooks/limits.ts';
import type { Recorder } from '../core/jobs/handlers.ts';
import { derivedId } from '../core/derivedId.ts';
import { listEndpoints, type MessageRow } from './queries.ts';
import { insertDelivery, insertMessage } from './writes.ts';

/** The request's body: the same for every endpoint and every try. */
export const bodyOf = (site: string, type: string, at: number, sequence: number, data: unknown): string =>
  JSON.stringify({ type, timestamp: new Date(at).toISOString(), site, sequence, data });

/** The id by which a receiver knows a message: the same event never has two. */
export const messageIdOf = (...parts: string[]): string => derivedId(...parts);

/**
 * Writes down what endpoints are told of a batch, in the commit that moves the log's reader: nothing is skipped, and
 * nothing told twice, wherever the process dies. A failing endpoint's messages wait for it; those of one that somebody
 * switched off, or that is gone, are none.
 */
export const recordWebhooks: Recorder = async (ctx, siteId, batch) => {
  const endpoints = (await listEndpoints(ctx, siteId)).filter(
    ({ state }) => state === 'on' || state === 'failing',
  );
  const site = endpoints.length > 0 ? await ctx.sites.byId(siteId) : null;
  if (!site) return () => [];
  const told = await ctx.webhooks.read(siteId, batch);
  const subjects = new Map(batch.map(({ seq, subjectId }) => [seq, subjectId]));
  const now = ctx.clock.now();
  const messages = told.map(
    ({ seq, type, at, visitorId, conversationId, data }): MessageRow => ({
      siteId,
      id: messageIdOf(siteId, String(seq), type),
      seq,
      type,
      visitorId,
      conversationId,
      subjectId: subjects.get(seq) ?? null,
      body: bodyOf(site.key, type, at, seq, data),
      createdAt: now,
    }),
  );
  return (tx) =>
    messages.flatMap((message) => {
      const wanting = endpoints.filter(
        ({ types }) => types.includes(allTypes) || types.includes(message.type),
      );
      if (wanting.length === 0) return [];
      return [
        insertMessage(tx, message),
        ...wanting.map(({ id }) =>
          insertDelivery(tx, { siteId, endpointId: id, messageId: message.id, createdAt: now }),
        ),
      ];
    });
};
