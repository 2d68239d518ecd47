import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../shared/core/people/staff.ts';
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
  'GET /api/staff/account': 'session',
  'PATCH /api/staff/account': 'session',
  'POST /api/staff/account/revoke': 'session',
  'POST /api/staff/account/password': 'session',
  'POST /api/staff/account/second-factor': 'session',
  'PUT /api/staff/account/second-factor': 'session',
  'POST /api/staff/account/second-factor/end': 'session',
  'POST /api/staff/reset': 'anonymous',
  'POST /api/staff/reset/finish': 'anonymous',
};
const table: [Role, string, string][] = [
  [
    'agent',
    '/api/inbox/:site/',
    `
    GET conversations
    GET overview
    GET conversations/:conversation
    POST conversations/:conversation/messages
    POST conversations/:conversation/seen
    POST conversations/:conversation/typing
    POST conversations/:conversation/viewing
    PUT conversations/:conversation/draft
    PATCH conversations/:conversation
    GET conversations/:conversation/transcript
    POST conversations/:conversation/messages/:message/redact
    GET visitors
    GET person
    GET erasures
    GET mails/set-aside
    DELETE conversations/:conversation/merge
    POST conversations/:conversation/block
    GET conversations/:conversation/mails
    GET conversations/:conversation/answers
    GET conversations/:conversation/question
    POST conversations/:conversation/question
    DELETE conversations/:conversation/question
    PATCH answers/:answer
    POST attachments
    GET attachments/:attachment
    POST actions
    POST actions/:action/undo
    GET callbacks
    GET callbacks/:callback
    POST callbacks/:callback/steps
    GET comments
    POST comments/decide
    POST comments/:comment/answer
    POST comments/pages/:page
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
    GET live
    PUT labels/:label
    PUT searches/:search
    DELETE searches/:search
    GET canned-replies
    GET questions/:question/duplicate
    POST questions/:question/duplicate
    DELETE questions/:question/duplicate
    GET questions/:question/phrasings
    DELETE phrasings/:phrasing
    GET search-explanation`,
  ],
  [
    'admin',
    '/api/inbox/:site/',
    `
    DELETE labels/:label
    PUT teams/:team
    DELETE teams/:team
    PUT canned-replies/:reply
    DELETE canned-replies/:reply
    GET jobs
    GET person/export
    POST person/erase
    POST jobs/:job/retry
    DELETE announcements/:announcement
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
    DELETE pins/:pin`,
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
    DELETE people/:person`,
  ],
];
for (const [role, base, lines] of table)
  for (const line of lines.trim().split('\n')) {
    const [method, path] = line.trim().split(' ');
    least[`${method} ${base}${path}`] = role;
  }

let server: TestServer;
let conversation: string;
const cookies = new Map<Role, string>();
/** Owner of another site only. */
let foreign: string;
beforeAll(async () => {
  server = await startTestServer();
  const other = await createSite(server.ctx, { key: 'other', name: 'Other', origins: [] });
  for (const role of ['agent', 'admin', 'owner'] as const) {
    const email = `${role}@shop.test`;
    await createStaff(server.ctx, { site: server.site.id, email, name: role, password, role });
    cookies.set(role, await server.logIn(email));
  }
  await createStaff(server.ctx, {
    site: other!,
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

  test.each(['agent', 'admin', 'owner'] as const)(
    'is open to an %s as far as the table says',
    async (role) => {
      const roles = ['agent', 'admin', 'owner'] as const;
      for (const operation of staffRoutes()) {
        const name = nameOf(operation);
        const wanted = least[name];
        if (wanted === 'anonymous' || wanted === 'session') continue;
        const status = await knock(operation, cookies.get(role)!);
        const may = roles.indexOf(role) >= roles.indexOf(wanted as Role);
        if (may) expect([401, 403], `${name} answered ${status}`).not.toContain(status);
        else expect(status, name).toBe(403);
      }
    },
  );

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
