import { mainLanguage } from '../../shared/core/languages.ts';
import * as contract from '../../shared/trends/routes.ts';
import * as schema from '../../shared/trends/schema.ts';
import { Failure, notFound } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { reportersOf, trendChanged } from './job.ts';
import { findTrend, listTrendItems, setIncident, setQuiet } from './queries.ts';
import { lineOf, viewTrends } from './views.ts';

const forStaff = { access: 'staff', rate: 'staff', reply: schema.trendList } as const;

/** The list, and saying that one is no problem. */
const mountWatching = (api: Api): void => {
  mount(
    api,
    contract.listTrends,
    {
      ...forStaff,
      operationId: 'listTrends',
      scope: 'content:read',
      summary: 'List bursts of similar questions, comments and searches',
    },
    async ({ ctx, site }) => viewTrends(ctx, site, mainLanguage(site.settings)),
  );

  mount(
    api,
    contract.putTrendQuiet,
    {
      ...forStaff,
      body: schema.quietBody,
      operationId: 'setTrendQuiet',
      scope: 'content:write',
      summary: 'Say that a burst is no problem, or take that back',
    },
    async ({ ctx, site, parameter, body, session }) => {
      const row = await findTrend(ctx, site.id, parameter('trend'));
      if (!row) throw notFound();
      const quiet = body.isQuiet
        ? { quietAt: ctx.clock.now(), quietBy: session.staff.id }
        : { quietAt: null, quietBy: null };
      await ctx.database.commit({
        site: site.id,
        events: [{ kind: trendChanged, subject: row.id, audience: 'staff' }],
        write: (tx) => [setQuiet(tx, site.id, row.id, quiet)],
      });
      return viewTrends(ctx, site, mainLanguage(site.settings));
    },
  );
};

/** From a burst to an incident. */
const mountOpening = (api: Api): void =>
  mount(
    api,
    contract.openTrendIncident,
    {
      ...forStaff,
      body: schema.incidentBody,
      operationId: 'openTrendIncident',
      scope: 'content:write',
      summary: 'Open an incident of a burst; everyone who wrote about it is told when it’s over',
    },
    async ({ ctx, site, parameter, body, session }) => {
      const row = await findTrend(ctx, site.id, parameter('trend'));
      if (!row || !ctx.incidents) throw notFound();
      const taken = async (): Promise<Failure> =>
        new Failure('conflict', 'A colleague has already opened an incident for this.', {
          current: await viewTrends(ctx, site, mainLanguage(site.settings)),
        });
      // First of all: of two who open one at once, one does.
      const { applied } = await ctx.database.commit({
        site: site.id,
        events: [{ kind: trendChanged, subject: row.id, audience: 'staff' }],
        write: (tx) => [setIncident(tx, site.id, row.id, body.id)],
      });
      if (!applied) throw await taken();
      const items = await listTrendItems(ctx, site.id, [row.id]);
      await ctx.incidents.open(site, {
        id: body.id,
        texts: { [body.language]: { title: body.title, body: body.body } },
        keywords: lineOf(row),
        staffId: session.staff.id,
        reporters: reportersOf(items),
      });
      return viewTrends(ctx, site, mainLanguage(site.settings));
    },
  );

/** Trouble seen early, for staff. */
export const mountTrends = (api: Api): void => {
  mountWatching(api);
  mountOpening(api);
};
