import { postPresence } from '../../shared/core/people/presenceRoutes.ts';
import type { PresenceState } from '../../shared/core/people/presence.ts';
import { newId } from '../../shared/core/ids.ts';
import { fillPath, type Route } from '../../shared/core/route.ts';
import * as consoleContract from '../../shared/console/routes.ts';
import type { SiteSettings } from '../../shared/siteSettings.ts';
import * as inbox from '../../shared/inbox/routes.ts';
import type { InboxThread } from '../../shared/inbox/schema.ts';
import { demoLogin, type Stage } from './stage.ts';

/** Somebody of the demo company who works with the API: journeys of visitors do not depend on how the inbox looks. */
export interface Agent {
  site: string;
  call<Body, Reply, Query>(
    route: Route<Body, Reply, Query>,
    options?: { path?: Record<string, string>; query?: Record<string, string>; body?: Body },
  ): Promise<Reply>;
  /** The conversation that begins with these words. @throws when there is none */
  find(words: string): Promise<InboxThread>;
  reply(conversation: string, body: string): Promise<void>;
  be(state: PresenceState): Promise<void>;
  /** Changes settings of the site. */
  set(settings: Partial<SiteSettings>): Promise<void>;
  /** Lets pages of one more origin use the widget. */
  letIn(origin: string): Promise<void>;
}

export const enterAsAgent = async (stage: Stage): Promise<Agent> => {
  const headers = { 'content-type': 'application/json', origin: stage.url };
  const login = await fetch(`${stage.url}/api/staff/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify(demoLogin),
  });
  const cookie = login.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { memberships } = (await login.json()) as { memberships: { site: string }[] };
  const { site } = memberships[0]!;
  let beat: NodeJS.Timeout | undefined;
  const agent: Agent = {
    site,
    async call(route, { path, query, body } = {}) {
      const address = `${fillPath(route.path, { site, ...path })}${query ? `?${new URLSearchParams(query)}` : ''}`;
      const reply = await fetch(stage.url + address, {
        method: route.method,
        headers: { ...headers, cookie },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!reply.ok)
        throw new Error(`${route.method} ${address} answered ${reply.status}: ${await reply.text()}`);
      return (await reply.json()) as never;
    },
    async find(words) {
      const { conversations } = await agent.call(inbox.listInbox, { query: { view: 'all', sort: 'newest' } });
      const row = conversations.find(({ subject }) => subject.startsWith(words));
      if (!row) throw new Error(`nothing begins with “${words}”`);
      return agent.call(inbox.getInboxThread, { path: { conversation: row.id } });
    },
    async reply(conversation, body) {
      await agent.call(inbox.postStaffMessage, {
        path: { conversation },
        body: { id: newId(), body, visibility: 'public' },
      });
    },
    async be(state) {
      clearInterval(beat);
      const say = () => agent.call(postPresence, { body: { state } });
      await say();
      if (state !== 'online') return;
      // Being there holds for a minute, and a journey may take longer. While the stage is down nobody hears it.
      beat = setInterval(() => void say().catch(() => {}), 20_000);
      beat.unref();
    },
    async set(settings) {
      const { revision, document } = await agent.call(consoleContract.getSaved, {});
      await agent.call(consoleContract.putSettings, {
        body: { revision, document: { ...document, settings: { ...document.settings, ...settings } } },
      });
    },
    async letIn(origin) {
      const { revision, document } = await agent.call(consoleContract.getSaved, {});
      await agent.call(consoleContract.putSettings, {
        body: { revision, document: { ...document, origins: [...document.origins, origin] } },
      });
    },
  };
  return agent;
};
