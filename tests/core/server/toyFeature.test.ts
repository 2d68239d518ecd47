import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { coreFeatures } from '../../../server/core/coreFeatures.ts';
import type { ServerFeature } from '../../../server/core/feature.ts';
import { mount } from '../../../server/core/http/mount.ts';
import { runDueJobs } from '../../../server/core/jobs/runner.ts';
import { createStaff } from '../../../server/core/people/staff/writes.ts';
import { serverFeatures } from '../../../server/features.ts';
import { getSaved, putSettings } from '../../../shared/console/routes.ts';
import { getSettings } from '../../../shared/core/people/siteRoutes.ts';
import { defaultRule } from '../../../shared/core/prompts/kinds.ts';
import { postExposure } from '../../../shared/core/prompts/routes.ts';
import { route } from '../../../shared/core/route.ts';
import { settingsPart } from '../../../shared/core/settings.ts';
import { staffLive } from '../../../shared/inbox/routes.ts';
import { defaultSettings, settingsParts } from '../../../shared/siteSettings.ts';
import { newId, password, publicUrl, startTestServer, type TestServer } from '../../helpers/server.ts';
import { readEvents } from '../../helpers/streams.ts';

/* A feature that the product does not have, given to the server as its own are: by one object in the list. */

interface Toy {
  id: string;
  name: string;
}

const toyBody = z.object({ id: z.string(), name: z.string() });
const postToy = route<Toy, { colour: string }>('POST', '/api/sites/:site/toys');
const findToys = route<undefined, { found: string[] }, { q: string }>('GET', '/api/sites/:site/toys');

/** A feature that keeps what it has in memory: no table. */
const makeToy = () => {
  const toys: Toy[] = [];
  const wound: string[] = [];
  const promptId = newId();
  const { on: _, ...rule } = defaultRule();
  const feature: ServerFeature = {
    name: 'toy',
    settings: [
      settingsPart({
        fields: { toy: z.object({ colour: z.string().max(20), size: z.number() }) },
        defaults: () => ({ toy: { colour: 'red', size: 3 } }),
        switches: { toy: { initial: true, public: true } },
      }),
    ],
    mount(api) {
      mount(
        api,
        postToy,
        {
          access: 'public',
          rate: 'read',
          body: toyBody,
          reply: z.object({ colour: z.string() }),
          operationId: 'putToy',
          summary: 'Put a toy on the shelf',
        },
        async ({ ctx, site, body }) => {
          toys.push(body);
          await ctx.database.commit({
            site: site.id,
            events: [{ kind: 'toy.added', subject: body.id, audience: 'staff' }],
            write: () => [],
          });
          return { colour: (site.settings as unknown as { toy: { colour: string } }).toy.colour };
        },
      );
      mount(
        api,
        findToys,
        {
          access: 'public',
          rate: 'read',
          query: z.object({ q: z.string() }),
          reply: z.object({ found: z.array(z.string()) }),
          operationId: 'findToys',
          summary: 'Look for a toy',
        },
        async ({ ctx, site, query }) => {
          const hits = await ctx.search.suggest(site.id, query.q, { kinds: ['toy'] });
          return { found: hits.map(({ group }) => group) };
        },
      );
    },
    planners: [
      async (_ctx, _siteId, batch) =>
        batch.flatMap(({ kind, subjectId }) =>
          kind === 'toy.added' && subjectId
            ? [{ kind: 'toy.wind', key: subjectId, payload: { toy: subjectId }, runAt: 0 }]
            : [],
        ),
    ],
    jobs: {
      async 'toy.wind'(_ctx, job) {
        wound.push(job.payload['toy'] as string);
        return { kind: 'done' };
      },
    },
    async project(_ctx, _siteId, batch) {
      return new Map(
        batch
          .filter(({ kind }) => kind === 'toy.added')
          .map(({ seq, subjectId }) => [seq, { staff: { toy: toys.find(({ id }) => id === subjectId) } }]),
      );
    },
    prompts: async () => [{ ...rule, id: promptId, kind: 'toy', name: 'Look, a toy' }],
    searchSources: () => [
      {
        kind: 'toy',
        changed: 'toy.added',
        async *all() {
          yield toys.map(asDocument);
        },
        some: async (_siteId, subjects) => ({
          groups: subjects,
          documents: toys.filter(({ id }) => subjects.includes(id)).map(asDocument),
        }),
      },
    ],
  };
  return { feature, wound, promptId };
};

const asDocument = ({ id, name }: Toy) => ({
  id,
  group: id,
  kind: 'toy',
  language: 'en',
  title: name,
  body: '',
  weight: 1,
});

let toy: ReturnType<typeof makeToy>;
let server: TestServer;
beforeEach(async () => {
  toy = makeToy();
  server = await startTestServer({ features: [...serverFeatures, toy.feature] });
});
afterEach(() => server.close());

const add = async (name: string): Promise<Toy & { colour: string }> => {
  const body = { id: newId(), name };
  const reply = await server.call(postToy, { body });
  expect(reply.status).toBe(200);
  return { ...body, ...reply.body };
};
const owner = async (): Promise<string> => {
  await createStaff(server.ctx, {
    site: server.site.id,
    email: 'olga@shop.test',
    name: 'Olga Owner',
    password,
    role: 'owner',
  });
  return server.logIn('olga@shop.test');
};

test('its route answers, and stands in the documentation of the API', async () => {
  expect((await server.call(postToy, { body: { id: 'x' } as Toy })).status).toBe(400);
  await add('A tin drum');
  const document = await (await server.request('GET', '/api/openapi.json')).text();
  expect(document).toContain('Put a toy on the shelf');
});

test('its setting has its default, is changed in the console, and is read by its route', async () => {
  expect((await add('A tin drum')).colour).toBe('red');
  const cookie = await owner();
  const { revision, document } = (await server.call(getSaved, { cookie })).body;
  const changed = { ...document, settings: { ...document.settings, toy: { colour: 'blue', size: 4 } } };
  const reply = await server.call(putSettings, { cookie, body: { revision, document: changed } });
  expect(reply.status).toBe(200);
  expect(reply.body.document.settings).toMatchObject({ toy: { colour: 'blue', size: 4 } });
  expect((await add('A kite')).colour).toBe('blue');
  const wrong = { ...document, settings: { ...document.settings, toy: { colour: 5 } } };
  const refused = await server.call(putSettings, {
    cookie,
    body: { revision: revision + 1, document: wrong as never },
  });
  expect(refused.status).toBe(400);
});

test('its switch is among what browsers are told', async () => {
  expect((await server.call(getSettings)).body.features).toEqual({
    ask: true,
    chat: true,
    callback: false,
    toy: true,
  });
});

test('what happened to it is planned and done as a job', async () => {
  const { id } = await add('A tin drum');
  await runDueJobs(server.ctx);
  expect(toy.wound).toEqual([id]);
});

test('its event reaches open streams as it describes it', async () => {
  const cookie = await server.logIn();
  const response = await server.request('GET', staffLive.path.replace(':site', server.site.id), {
    headers: { cookie, origin: publicUrl },
  });
  const events = readEvents(response);
  expect((await events.next()).data.kind).toBe('hello');
  const { id, name } = await add('A tin drum');
  expect((await events.next()).data).toMatchObject({ kind: 'toy.added', data: { toy: { id, name } } });
  await events.cancel();
});

test('its prompt is among those of the site, and is counted', async () => {
  const { prompts } = (await server.call(getSettings)).body;
  expect(prompts!.rules).toEqual([expect.objectContaining({ id: toy.promptId, kind: 'toy' })]);
  const counted = await server.call(postExposure, {
    path: { prompt: toy.promptId },
    body: { id: newId(), arm: 'shown', language: 'en' },
  });
  expect(counted.status).toBe(200);
});

test('what it has is found, new or old, and only where it is asked for', async () => {
  const drum = await add('A tin drum');
  await server.ctx.search.settled(server.site.id);
  const kite = await add('A paper kite');
  await server.ctx.search.settled(server.site.id);
  expect((await server.call(findToys, { query: { q: 'tin drum' } })).body.found).toEqual([drum.id]);
  expect((await server.call(findToys, { query: { q: 'paper kite' } })).body.found).toEqual([kite.id]);
  const questions = await server.ctx.search.suggest(server.site.id, 'tin drum', { kinds: ['question'] });
  expect(questions).toEqual([]);
});

test('a server without it is as if it had never been', async () => {
  await server.close();
  server = await startTestServer();
  expect((await server.request('POST', '/api/sites/shop/toys', { body: {} })).status).toBe(404);
  expect((await server.call(getSettings)).body.features).not.toHaveProperty('toy');
});

test('the settings that features register are those that the contract names', () => {
  const registered = [...coreFeatures, ...serverFeatures].flatMap(({ settings = [] }) => settings);
  expect(new Set<unknown>(registered)).toEqual(new Set<unknown>(settingsParts));
  expect(registered).toHaveLength(settingsParts.length);
  expect(server.ctx.settings.defaults()).toMatchObject(defaultSettings());
});
