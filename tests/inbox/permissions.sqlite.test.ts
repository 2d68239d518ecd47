import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAtLeast, type Role, roles } from '../../shared/core/people/roles.ts';
import { and, eq } from 'drizzle-orm';
import { type Scope, scopes } from '../../shared/core/people/scopes.ts';
import { createLimiter } from '../../server/core/http/limits.ts';
import { hashSecret } from '../../server/core/people/secrets.ts';
import { memberships } from '../../server/core/people/staff/tables.ts';
import { newToken } from '../../server/core/people/tokens/token.ts';
import { insertToken } from '../../server/core/people/tokens/writes/tokens.ts';
import { testClock } from '../helpers/clock.ts';
import { postQuestion } from '../../shared/ask/routes.ts';
import type { Operation } from '../../server/core/http/mount.ts';
import { createSite } from '../../server/core/people/sites/writes.ts';
import { createStaff } from '../../server/core/people/staff/writes.ts';
import {
  newId,
  newSecret,
  password,
  publicUrl,
  question,
  startTestServer,
  type TestServer,
} from '../helpers/server.ts';

/*
 * Who may call each route of the staff. The table says it by hand, the server says which routes there are: a new one
 * without a line here fails, and so does a line whose route is gone.
 */

/** The least role of each route; `session` for those of every site, `anonymous` for those of nobody. */
const least: Record<string, Role | 'session' | 'anonymous'> = {
  'POST /api/staff/login': 'anonymous',
  'POST /api/staff/invitation': 'anonymous',
  'POST /api/staff/invitation/accept': 'anonymous',
  'POST /api/staff/invitation/join': 'session',
  'POST /api/setup/code': 'anonymous',
  'POST /api/setup': 'anonymous',
  'POST /api/staff/logout': 'session',
  'GET /api/staff/me': 'session',
  'GET /api/staff/sites': 'session',
  'POST /api/staff/sites': 'session',
  'POST /api/staff/sites/:site/restore': 'session',
  'GET /api/staff/account': 'session',
  'PATCH /api/staff/account': 'session',
  'POST /api/staff/account/revoke': 'session',
  'POST /api/staff/account/password': 'session',
  'POST /api/staff/account/second-factor': 'session',
  'PUT /api/staff/account/second-factor': 'session',
  'POST /api/staff/account/second-factor/end': 'session',
  'POST /api/staff/account/passkeys/options': 'session',
  'POST /api/staff/account/passkeys': 'session',
  'POST /api/staff/account/passkeys/:passkey/remove': 'session',
  'POST /api/staff/login/challenge': 'anonymous',
  'POST /api/staff/login/passkey': 'anonymous',
  'GET /api/staff/login/providers': 'anonymous',
  'GET /api/console/:site/provider': 'owner',
  'PUT /api/console/:site/provider': 'owner',
  'DELETE /api/console/:site/provider': 'owner',
  'POST /api/staff/reset': 'anonymous',
  'POST /api/staff/reset/finish': 'anonymous',
};
const table: [Role, string, string][] = [
  [
    'moderator',
    '/api/inbox/:site/',
    `
    GET live
    GET comments
    POST comments/decide
    POST comments/:comment/answer
    POST comments/pages/:page
    POST comments/pages/:page/pass
    POST comments/:comment/pin
    POST comments/:comment/edit
    GET comments/:comment/history
    GET answers
    GET answers/:answer/history
    PATCH answers/:answer
    POST answers/:answer/split
    DELETE answers/:answer/split
    POST answers/decisions
    POST questions/:question/answers
    POST questions/:question/category
    POST questions/:question/closed
    GET questions/:question/history
    GET ideas
    POST ideas
    POST ideas/decisions
    GET ideas/:idea
    PATCH ideas/:idea
    POST ideas/:idea/status
    POST ideas/:idea/replies
    POST ideas/:idea/merge
    DELETE ideas/:idea/merge
    GET attachments/:attachment
    GET moderation
    POST moderation/decisions
    GET moderation/blocks
    POST moderation/blocks
    DELETE moderation/blocks/:block`,
  ],
  [
    'agent',
    '/api/inbox/:site/',
    `
    GET rule-runs
    POST rule-runs/:run/undo
    GET macros
    POST macros/:macro/runs
    GET conversations
    POST conversations
    GET compose
    GET overview
    GET conversations/:conversation
    POST conversations/:conversation/messages
    POST conversations/:conversation/forwards
    POST conversations/:conversation/split
    DELETE conversations/:conversation/split
    POST conversations/:conversation/seen
    POST conversations/:conversation/typing
    POST conversations/:conversation/viewing
    PUT conversations/:conversation/draft
    PATCH conversations/:conversation
    GET conversations/:conversation/transcript
    POST conversations/:conversation/messages/:message/redact
    GET visitors
    GET contacts
    GET contacts/:contact
    GET contacts/:contact/timeline
    PUT contacts/:contact/attributes/:attribute
    PUT contacts/:contact/stage
    GET contacts/:contact/same/:other
    PUT contacts/:contact/links/:link
    DELETE contacts/:contact/links/:link
    GET contacts/:contact/permissions
    PUT contacts/:contact/permissions
    GET segments
    PUT segments/:segment
    DELETE segments/:segment
    POST segments/preview
    POST segments/stage
    POST segments/conversations
    POST segments/calls
    GET segments/calls
    PUT segments/calls/:call
    GET person
    GET erasures
    GET mails/set-aside
    DELETE conversations/:conversation/merge
    POST conversations/:conversation/block
    GET conversations/:conversation/mails
    GET messages/:message/original
    GET conversations/:conversation/answers
    GET conversations/:conversation/question
    POST conversations/:conversation/question
    DELETE conversations/:conversation/question
    POST attachments
    POST actions
    POST actions/:action/undo
    GET callbacks
    GET callbacks/:callback
    POST callbacks/:callback/steps
    POST preview
    GET search
    GET people
    GET prompts
    GET invitations
    GET announcements
    PUT announcements/:announcement
    POST announcements/:announcement/updates
    GET surveys
    GET nps
    GET reports
    GET reports/export
    GET reports/facts
    GET reports/insights
    GET reports/rows
    GET responses
    GET responses/export
    PUT responses/:response/labels
    GET conversations/:conversation/responses
    GET work
    PUT work/:person
    GET alerts
    PUT alerts
    PUT alerts/devices/:device
    DELETE alerts/devices/:device
    POST presence
    PUT labels/:label
    PUT searches/:search
    DELETE searches/:search
    GET canned-replies
    GET questions/:question/duplicate
    POST questions/:question/duplicate
    DELETE questions/:question/duplicate
    GET questions/:question/phrasings
    DELETE phrasings/:phrasing
    GET search-explanation
    GET duplicates
    GET phrasings
    GET articles
    GET articles/:article
    GET articles-from
    GET articles-redirects
    GET article-blocks
    PUT article-blocks/:block
    POST articles-from
    GET content-gaps
    GET conversations/:conversation/ideas
    PUT conversations/:conversation/ideas/:idea
    DELETE conversations/:conversation/ideas/:idea
    GET trends
    POST trends/:trend/incident
    PUT trends/:trend/quiet
    POST content-gaps/aside
    POST content-gaps/back
    PUT articles/:article
    PUT articles/:article/texts/:text
    DELETE articles/:article/texts/:text
    POST articles/:article/texts/:text/publish
    POST articles/:article/texts/:text/unpublish
    GET articles/:article/texts/:text/versions
    GET articles/:article/texts/:text/version
    POST article-preview
    PUT article-order
    GET mails`,
  ],
  [
    'admin',
    '/api/inbox/:site/',
    `
    POST brand-images
    POST moderation/try
    DELETE labels/:label
    PUT teams/:team
    DELETE teams/:team
    PUT canned-replies/:reply
    DELETE canned-replies/:reply
    GET jobs
    GET person/export
    GET contacts/export
    POST contacts/import
    GET segments/:segment/export
    POST person/erase
    GET retention
    GET data-processing
    GET retention/runs
    POST retention/runs
    POST jobs/:job/retry
    POST jobs/retry
    GET empty-searches
    POST empty-searches/dismiss
    GET search-state
    DELETE announcements/:announcement
    DELETE articles/:article
    DELETE article-blocks/:block
    PUT surveys/:survey
    DELETE surveys/:survey
    POST surveys/:survey/links
    PUT invitations/:invitation
    DELETE invitations/:invitation
    GET synonyms
    POST synonyms
    DELETE synonyms/:synonym
    GET pins
    POST pins
    DELETE pins/:pin
    GET mailbox-hooks
    POST mailbox-hooks
    POST mailbox-hooks/:hook/secret
    DELETE mailbox-hooks/:hook
    GET mailboxes
    POST mailboxes
    PATCH mailboxes/:mailbox
    DELETE mailboxes/:mailbox
    POST mailboxes/:mailbox/consent
    POST mailboxes/:mailbox/test
    GET webhooks
    POST webhooks
    PATCH webhooks/:endpoint
    DELETE webhooks/:endpoint
    POST webhooks/:endpoint/secret
    POST webhooks/:endpoint/secret/rotate
    POST webhooks/:endpoint/test
    GET webhooks/:endpoint/deliveries
    GET webhooks/:endpoint/deliveries/:delivery
    POST webhooks/:endpoint/deliveries/:delivery/resend
    POST webhooks/:endpoint/resend`,
  ],
  [
    'admin',
    '/api/console/:site/',
    `
    GET settings
    PUT settings
    GET history
    GET audit
    POST undo
    GET export
    POST import
    GET installations
    GET page-texts
    GET checklist
    POST test-mail
    GET people
    POST people
    POST people/:person/link
    PATCH people/:person
    DELETE people/:person
    POST secret/check
    GET tokens
    POST tokens
    DELETE tokens/:token
    GET rules
    PUT rules/:rule
    DELETE rules/:rule
    POST rules/order
    POST rules/try
    PUT macros/:macro
    DELETE macros/:macro`,
  ],
  [
    'owner',
    '/api/console/:site/',
    `
    POST secret
    POST secret/rotate
    POST archive
    POST delete`,
  ],
];
for (const [role, base, lines] of table)
  for (const line of lines.trim().split('\n')) {
    const [method, path] = line.trim().split(' ');
    least[`${method} ${base}${path}`] = role;
  }

let server: TestServer;
let conversation: string;
/** Id of the other site. */
let other: string;
const cookies = new Map<Role, string>();
/** Owner of another site only. */
let foreign: string;
beforeAll(async () => {
  // One address calls each route many times; the rates of strangers are tested elsewhere.
  server = await startTestServer({ overrides: { limiter: createLimiter(testClock(), 1e6) } });
  other = (await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] }))!;
  for (const role of roles) {
    const email = `${role}@shop.test`;
    await createStaff(server.ctx, { site: server.site.id, email, name: role, password, role });
    cookies.set(role, await server.logIn(email));
  }
  await createStaff(server.ctx, {
    site: other,
    email: 'eve@other.test',
    name: 'Eve',
    password,
    role: 'owner',
  });
  foreign = await server.logIn('eve@other.test');
  const asked = await server.call(postQuestion, { body: question(), secret: newSecret() });
  conversation = asked.body.conversation.id;
});
afterAll(() => server.close());

const staffRoutes = () =>
  server.operations.filter(({ endpoint }) => /^(?:staff|session|anonymous)$/.test(endpoint.access));
const nameOf = ({ route }: Operation) => `${route.method} ${route.path}`;

/** Calls a route with a body that means nothing: whoever may call it is told so, whoever may not hears that first. */
const knock = async ({ route }: Operation, cookie: string | null) => {
  const path = route.path
    .replace(':site', server.site.id)
    .replace(':conversation', conversation)
    .replace(/:\w+/g, () => newId());
  // A stream that opens stays open: asked for once.
  const response = await server.request(
    route.method,
    route.path.endsWith('/live') ? `${path}?poll=1` : path,
    {
      headers: { origin: publicUrl, ...(cookie && { cookie }) },
      ...(route.method !== 'GET' && { body: { nonsense: true } }),
      signal: AbortSignal.timeout(2_000),
    },
  );
  const { status } = response;
  await response.body?.cancel();
  return status;
};

test('every route of the staff stands in the table, and nothing else does', () => {
  expect(staffRoutes().map(nameOf).sort()).toEqual(Object.keys(least).sort());
});

describe('every route of the staff', () => {
  test('is closed to who is not logged in, and to who is on another site', async () => {
    for (const operation of staffRoutes()) {
      const wanted = least[nameOf(operation)];
      if (wanted === 'anonymous') continue;
      expect(await knock(operation, null), nameOf(operation)).toBe(401);
      if (wanted !== 'session') expect(await knock(operation, foreign), nameOf(operation)).toBe(404);
    }
  });

  test.each(roles)('is open to an %s as far as the table says', async (role) => {
    for (const operation of staffRoutes()) {
      const name = nameOf(operation);
      const wanted = least[name];
      if (wanted === 'anonymous' || wanted === 'session') continue;
      const status = await knock(operation, cookies.get(role)!);
      const may = isAtLeast(role, wanted as Role);
      if (may) expect([401, 403], `${name} answered ${status}`).not.toContain(status);
      else expect(status, name).toBe(403);
    }
  });

  /** Calls with a token: of a maker with a role, on their own site or another. */
  const knockWithToken = async (operation: Operation, token: string, site: string) => {
    const { route } = operation;
    const path = route.path
      .replace(':site', site)
      .replace(':conversation', conversation)
      .replace(/:\w+/g, () => newId());
    const response = await server.request(
      route.method,
      route.path.endsWith('/live') ? `${path}?poll=1` : path,
      {
        // No origin at all: a program has none.
        headers: { origin: '', authorization: `Bearer ${token}` },
        ...(route.method !== 'GET' && { body: { nonsense: true } }),
        ...(route.path.endsWith('/live') && { signal: AbortSignal.abort() }),
      },
    );
    await response.body?.cancel();
    return response.status;
  };

  /** A token of a person that nobody made on a screen: agents can't have one, and one that has is refused. */
  const tokenOf = async (role: Role, given: readonly Scope[], site = server.site.id) => {
    const token = newToken();
    const now = server.clock.now();
    const [owner] = await server.ctx.database.read
      .select()
      .from(memberships)
      .where(and(eq(memberships.siteId, site), eq(memberships.role, role)))
      .limit(1);
    await server.ctx.database.write((tx) => [
      insertToken(tx, {
        siteId: site,
        id: newId(),
        hash: hashSecret(token),
        ending: token.slice(-4),
        name: 'A program',
        scopes: [...given],
        staffId: owner!.staffId,
        createdAt: now,
      }),
    ]);
    return token;
  };

  test('is open to a token as far as its scope and its maker’s role go, and to no other', async () => {
    const byRole = { moderator: '', agent: '', admin: '', owner: '' };
    for (const role of roles) byRole[role] = await tokenOf(role, scopes);
    const foreignToken = await tokenOf('owner', scopes, other);
    const narrow = new Map<Scope, { right: string; wrong: string }>();
    for (const one of scopes)
      narrow.set(one, {
        right: await tokenOf('owner', [one]),
        wrong: await tokenOf(
          'owner',
          scopes.filter((each) => each !== one),
        ),
      });
    const seen = new Set<Scope>();
    for (const operation of staffRoutes()) {
      const name = nameOf(operation);
      const { access, role = 'agent', scope } = operation.endpoint;
      const knocked = (token: string, site = server.site.id) => knockWithToken(operation, token, site);
      if (access !== 'staff') {
        // Routes of a person or of nobody know no tokens.
        if (access === 'session') expect([401, 403], name).toContain(await knocked(byRole.owner));
        continue;
      }
      expect(await knocked(byRole.moderator), `${name}, a moderator’s`).toBe(401);
      expect(await knocked(byRole.agent), `${name}, an agent’s`).toBe(401);
      expect(await knocked(newToken()), `${name}, unknown`).toBe(401);
      expect(await knocked(foreignToken), `${name}, another site’s`).toBe(404);
      expect(await knocked(byRole.owner, other), `${name}, on another site`).toBe(404);
      if (scope === null || scope === undefined) {
        expect(await knocked(byRole.owner), `${name}, which needs a person`).toBe(403);
        continue;
      }
      seen.add(scope);
      const { right, wrong } = narrow.get(scope)!;
      expect(await knocked(wrong), `${name}, without ${scope}`).toBe(403);
      expect([401, 403], `${name}, with ${scope}`).not.toContain(await knocked(right));
      const byAdmin = await knocked(byRole.admin);
      if (role === 'owner') expect(byAdmin, `${name}, an admin’s`).toBe(403);
      else expect([401, 403], `${name}, an admin’s`).not.toContain(byAdmin);
    }
    expect([...seen].sort(), 'every scope opens something').toEqual([...scopes].sort());
  });

  test('is answered to no other page than our own, whoever is logged in', async () => {
    for (const operation of staffRoutes()) {
      if (operation.route.method === 'GET') continue;
      const path = operation.route.path.replace(':site', server.site.id).replace(/:\w+/g, () => newId());
      const response = await server.request(operation.route.method, path, {
        headers: { origin: 'https://www.shop.test', cookie: cookies.get('owner')! },
        body: {},
      });
      expect(response.status, nameOf(operation)).toBe(403);
    }
  });
});
