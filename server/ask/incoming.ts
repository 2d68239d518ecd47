import type { IncomingSource } from '../core/incoming.ts';
import { listSearchEvents } from './queries/outcomes.ts';

/** Searches in the ask box, as they stood at the end of each visit to it; what was sent comes as a conversation. */
export const incomingSearches: IncomingSource = {
  events: [],
  async list(ctx, siteId, since, limit) {
    const rows = await listSearchEvents(ctx, siteId, since, limit);
    const sent = new Set(rows.filter(({ kind }) => kind === 'sent').map(({ session }) => session));
    const seen = new Set<string>();
    return rows.flatMap(({ session, query, visitorId, language, at }) => {
      if (query.trim() === '' || sent.has(session) || seen.has(session)) return [];
      seen.add(session);
      return {
        id: session,
        kind: 'search' as const,
        text: query,
        language,
        visitorId,
        person: visitorId ?? session,
        conversationId: null,
        at,
      };
    });
  },
};
