import { afterEach, beforeEach, expect, test } from 'vitest';
import { postExposure, postOutcome } from '../../../shared/core/prompts/routes.ts';
import { defaultBudget, defaultRule } from '../../../shared/core/prompts/kinds.ts';
import { getSettings } from '../../../shared/core/people/siteRoutes.ts';
import type { PublicSettings } from '../../../shared/siteSettings.ts';
import type { ServerFeature } from '../../../server/core/feature.ts';
import { serverFeatures } from '../../../server/features.ts';
import { liftOf } from '../../../server/core/prompts/lift.ts';
import { shareInterval } from '../../../server/core/statistics/shareInterval.ts';
import type { NamedPrompt } from '../../../server/core/prompts/namedPrompt.ts';
import { pruneSite } from '../../../server/core/jobs/jobs.ts';
import { countExposures, exposuresKeptFor } from '../../../server/core/prompts/queries.ts';
import { newId, startTestServer, type TestServer } from '../../helpers/server.ts';

let server: TestServer;
let prompts: NamedPrompt[];
const prompting: ServerFeature = { name: 'prompting', prompts: async () => prompts };
beforeEach(async () => {
  prompts = [];
  server = await startTestServer({ features: [...serverFeatures, prompting] });
});
afterEach(() => server.close());

const prompt = (more: Partial<NamedPrompt> = {}): NamedPrompt => {
  const { on: _, ...rule } = defaultRule();
  return { ...rule, id: newId(), kind: 'invitation', name: 'For staff alone', ...more };
};
const module = (headers: Record<string, string> = {}, address?: string) =>
  server.request('GET', '/api/sites/shop/settings.js', { headers, ...(address && { address }) });
/** Reads the settings out of the module without running what stands before them. */
const settingsIn = (text: string): PublicSettings =>
  JSON.parse(JSON.parse(/JSON\.parse\((".*")\)\)?$/s.exec(text)![1]!));

test('without prompts the settings come as a module of their own, and carry nothing that judges', async () => {
  const response = await module();
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('public, max-age=60');
  expect(response.headers.get('access-control-allow-origin')).toBe('https://www.shop.test');
  const text = await response.text();
  expect(text).toMatch(/^export const settings=\(\)=>JSON\.parse\("/);
  const { body } = await server.call(getSettings);
  expect(settingsIn(text)).toEqual(body);
  expect(body.prompts).toBeUndefined();
});

test('with prompts one request brings the rules and what judges them; names and words stay here', async () => {
  prompts = [prompt({ conditions: { scroll: 50 } })];
  const text = await (await module()).text();
  expect(text).toContain('var prompts=');
  expect(text).not.toContain('For staff alone');
  expect(settingsIn(text).prompts!.rules).toEqual([
    expect.objectContaining({ kind: 'invitation', conditions: { scroll: 50 } }),
  ]);
  const packed = await module({ 'accept-encoding': 'br' });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(packed.headers.get('vary')).toBe('Origin, Accept-Encoding');
});

test('a switch takes all of them away', async () => {
  await server.close();
  prompts = [prompt()];
  server = await startTestServer({
    settings: { prompts: { ...defaultBudget(), on: false } },
    features: [...serverFeatures, prompting],
  });
  expect((await server.call(getSettings)).body.prompts).toBeUndefined();
});

test('a sample is drawn from where somebody comes from, and says nothing of who they are', async () => {
  prompts = [prompt({ sample: 10 })];
  const side = async (agent: string, address: string) => {
    const response = await module({ 'user-agent': agent }, address);
    expect(response.headers.get('cache-control')).toBe('private, max-age=60');
    return settingsIn(await response.text()).prompts!.seed!;
  };
  const first = await side('Browser 1', '203.0.113.7');
  expect(await side('Browser 1', '203.0.113.7')).toBe(first);
  const sides = new Set<number>();
  for (let index = 0; index < 40; index++) sides.add(await side('Browser 1', `198.51.100.${index}`));
  expect(sides.size).toBeGreaterThan(30);
  for (const each of sides) expect(each).toBeLessThan(4_096);
  // What is kept for everybody carries no side.
  expect((await server.call(getSettings)).body.prompts!.seed).toBeUndefined();
});

test('what becomes of a prompt is counted once, whatever a retry does', async () => {
  const one = prompt({ goal: { event: 'bought', minutes: 30 } });
  prompts = [one];
  const expose = (arm: 'shown' | 'held', id = newId()) =>
    server
      .call(postExposure, { path: { prompt: one.id }, body: { id, arm, language: 'en' } })
      .then(({ status }) => [status, id] as const);
  const tell = (exposure: string, outcome: 'dismissed' | 'acted' | 'goal') =>
    server.call(postOutcome, { path: { exposure }, body: { outcome } }).then(({ status }) => status);
  const [, first] = await expose('shown');
  expect(await expose('shown', first)).toEqual([200, first]);
  const [, second] = await expose('shown');
  const [, third] = await expose('held');
  expect(await tell(first, 'dismissed')).toBe(200);
  expect(await tell(first, 'dismissed')).toBe(200);
  expect(await tell(second, 'acted')).toBe(200);
  expect(await tell(second, 'goal')).toBe(200);
  server.clock.pass(31 * 60_000);
  // Too late: it does not count, whatever the browser's clock says.
  expect(await tell(third, 'goal')).toBe(200);
  expect((await countExposures(server.ctx, server.site.id)).get(one.id)).toEqual({
    shown: 2,
    held: 1,
    dismissed: 1,
    acted: 1,
    goalsShown: 1,
    goalsHeld: 0,
    since: expect.any(Number),
  });
  expect(await tell(newId(), 'acted')).toBe(404);
});

test('what was counted is kept for two years and more, and no longer', async () => {
  const one = prompt();
  prompts = [one];
  const expose = () =>
    server.call(postExposure, {
      path: { prompt: one.id },
      body: { id: newId(), arm: 'shown', language: 'en' },
    });
  await expose();
  server.clock.pass(exposuresKeptFor + 1);
  await expose();
  await pruneSite(server.ctx, server.site.id);
  expect((await countExposures(server.ctx, server.site.id)).get(one.id)?.shown).toBe(1);
});

test('whose page it was is kept nowhere, whatever a browser sends: a path may name somebody', async () => {
  const one = prompt();
  prompts = [one];
  const body = { id: newId(), arm: 'shown', language: 'en', page: '/account/zqjane' } as const;
  expect((await server.call(postExposure, { path: { prompt: one.id }, body })).status).toBe(200);
  const rows = await server.ctx.database.raw('select * from prompt_exposures', []);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('zqjane');
});

test('what is not on cannot be counted', async () => {
  const { status } = await server.call(postExposure, {
    path: { prompt: newId() },
    body: { id: newId(), arm: 'shown', language: 'en' },
  });
  expect(status).toBe(404);
});

test('Wilson’s interval is that of the literature', () => {
  // Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3: 81/263, 15/148, 0/20, 1/29.
  const rounded = (hits: number, of: number) => shareInterval(hits, of).map((end) => Number(end.toFixed(4)));
  expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
  expect(rounded(15, 148)).toEqual([0.0624, 0.1605]);
  expect(rounded(0, 20)).toEqual([0, 0.1611]);
  expect(rounded(1, 29)).toEqual([0.0061, 0.1718]);
});

test('the difference of two shares has the interval of the literature, none and all included', () => {
  // Newcombe, Statistics in Medicine 17 (1998), 873–890, table II, method 10.
  const rounded = (...given: Parameters<typeof liftOf>) => {
    const { from, to } = liftOf(...given)!;
    return [Number(from.toFixed(4)), Number(to.toFixed(4))];
  };
  expect(rounded(56, 70, 48, 80)).toEqual([0.0524, 0.3339]);
  expect(rounded(9, 10, 3, 10)).toEqual([0.1705, 0.809]);
  expect(rounded(6, 7, 2, 7)).toEqual([0.0582, 0.8062]);
  expect(rounded(5, 56, 0, 29)).toEqual([-0.0381, 0.1926]);
  expect(rounded(0, 10, 0, 20)).toEqual([-0.1611, 0.2775]);
  expect(rounded(0, 10, 0, 10)).toEqual([-0.2775, 0.2775]);
  expect(rounded(10, 10, 0, 20)).toEqual([0.6791, 1]);
  expect(rounded(10, 10, 0, 10)).toEqual([0.6075, 1]);
  expect(liftOf(0, 0, 1, 2)).toBeNull();
});
