import { afterEach, beforeEach, expect, test } from 'vitest';
import { postReport } from '../../../shared/core/reports/routes.ts';
import { listReports } from '../../../server/core/reports/queries.ts';
import { widgetReports } from '../../../server/core/reports/tables.ts';
import { siteOrigin, startTestServer, type TestServer } from '../../helpers/server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const day = 24 * 3_600_000;
const report = (detail: string, kind: 'error' | 'module' | 'csp' = 'error', address?: string) =>
  server.call(postReport, { body: { kind, detail }, ...(address && { address }) });

test('what failed in a browser is counted by kind and day, for the owner and for /metrics', async () => {
  await report('TypeError: x is not a function');
  await report('TypeError: y is not a function');
  await report('script-src help.test', 'csp');
  server.clock.pass(day);
  await report('TypeError: z is not a function');
  const rows = await listReports(server.ctx, server.site.id);
  expect(rows[0]).toMatchObject({ kind: 'error', count: 1, lastDetail: 'TypeError: z is not a function' });
  expect(
    Object.fromEntries(rows.slice(1).map(({ kind, count, lastDetail }) => [kind, [count, lastDetail]])),
  ).toEqual({
    error: [2, 'TypeError: y is not a function'],
    csp: [1, 'script-src help.test'],
  });
  expect(rows[0]!.lastOrigin).toBe(siteOrigin);
  const metrics = await server.ctx.metrics.registry.metrics();
  expect(metrics).toContain('foyer_widget_reports_total{kind="error"} 3');
  expect(metrics).toContain('foyer_widget_reports_total{kind="csp"} 1');
});

test('nothing of a person or a page is kept', async () => {
  await report(
    `Failed at https://www.shop.test/orders/4711?token=abc for zoe@example.com, +49 170 1234567, \u001b[31m${'k'.repeat(43)} ${'long '.repeat(100)}`,
  );
  const [row] = await listReports(server.ctx, server.site.id);
  expect(row!.lastDetail).toMatch(/^Failed at \[address\] for \[email\] \[number\], {2}\[\[…\] long/);
  expect(row!.lastDetail.length).toBe(200);
});

test('a month is kept, a row a kind and day', async () => {
  for (let count = 0; count < 40; count++) {
    await report('again');
    server.clock.pass(day);
  }
  const rows = await server.ctx.database.read.select().from(widgetReports);
  expect(rows.length).toBeLessThanOrEqual(31);
});

test('a broken page that reports without end is put off, and other pages are heard', async () => {
  const answers = [];
  for (let count = 0; count < 20; count++) answers.push((await report('again')).status);
  expect(answers.filter((status) => status === 200)).toHaveLength(10);
  expect(answers.at(-1)).toBe(429);
  expect((await report('elsewhere', 'error', '198.51.100.9')).status).toBe(200);
});

test.each([
  ['an unknown kind', { kind: 'gossip', detail: 'x' }],
  ['a detail that is too long', { kind: 'error', detail: 'x'.repeat(1_001) }],
  ['more than is asked', { kind: 'error', detail: 'x', url: 'https://www.shop.test/secret' }],
])('a report with %s is refused', async (_, body) => {
  expect((await server.request('POST', '/api/sites/shop/reports', { body })).status).toBe(400);
});

test('a report from a page that is not the site’s is refused', async () => {
  const { status } = await server.call(postReport, {
    body: { kind: 'error', detail: 'x' },
    headers: { origin: 'https://evil.test' },
  });
  expect(status).toBe(403);
});
