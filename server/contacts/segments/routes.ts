import { groupsOf, readySegments } from '../../../shared/contacts/segments/fields.ts';
import * as contract from '../../../shared/contacts/segments/routes.ts';
import * as schema from '../../../shared/contacts/segments/schema.ts';
import { done } from '../../../shared/core/conversations/schema.ts';
import type { Context } from '../../context.ts';
import { Failure, idOf, notFound } from '../../core/http/failure.ts';
import { type Api, mount, mountFile } from '../../core/http/mount.ts';
import { recordAudit } from '../../core/people/staff/writes.ts';
import { toRow } from '../views.ts';
import { findSegment, listOwnSegments, maxSegments } from './queries/kept.ts';
import { countMembers, pageOfMembers, type Reason, reasonsOf } from './queries/members.ts';
import { refreshTraits } from './refresh.ts';
import { streamMembers } from './table.ts';
import { knownAmong } from './notify.ts';
import { isWatched, planWatch } from './watch.ts';
import { forgetMembers, removeSegment, saveSegment } from './writes.ts';

/** Rows of one page. */
const pageLength = 50;

const reads = { access: 'staff', rate: 'staff', scope: 'people:read' } as const;
const writes = { access: 'staff', rate: 'staff', scope: 'people:write' } as const;

/** The rule of a saved segment, or of one that comes with the product. @throws Failure `not_found` */
const ruleOf = async (ctx: Context, siteId: string, id: string): Promise<schema.SegmentRule> => {
  const found = readySegments.find((one) => one.id === id) ?? (await findSegment(ctx, siteId, id))?.rule;
  if (!found) throw notFound();
  const { purpose, conditions } = found;
  return { purpose, conditions, alternatives: 'alternatives' in found ? found.alternatives : undefined };
};

/** Segments of the team's own. */
const mountOwn = (api: Api): void => {
  mount(
    api,
    contract.listSegments,
    {
      ...reads,
      reply: schema.segmentList,
      operationId: 'listSegments',
      summary: 'List the site’s own segments of contacts',
    },
    async ({ ctx, site }) => ({
      segments: (await listOwnSegments(ctx, site.id)).map(({ id, name, rule, watched, notify }) => ({
        id,
        name,
        ...rule,
        watched,
        notify,
      })),
      ...site.settings.contacts,
    }),
  );

  mount(
    api,
    contract.putSegment,
    {
      ...writes,
      body: schema.segmentDraft,
      reply: schema.segment,
      operationId: 'saveSegment',
      summary: 'Save a segment of contacts',
    },
    async ({ ctx, site, session, parameter, body: { name, watched = false, notify: chosen, ...rule } }) => {
      const id = idOf(parameter('segment'));
      const own = await listOwnSegments(ctx, site.id);
      if (readySegments.some((one) => one.id === id))
        throw new Failure('conflict', 'This segment comes with Foyer and can’t be changed.');
      if (own.length >= maxSegments && !own.some((one) => one.id === id))
        throw new Failure('invalid', `A site has at most ${maxSegments} segments.`, {
          fields: { name: 'too_many' },
        });
      const now = ctx.clock.now();
      const notify = await knownAmong(ctx, site.id, chosen);
      const row = { siteId: site.id, id, name, rule, watched, notify, staffId: session.staff.id, at: now };
      // Whoever is in it now hasn’t entered: they are looked at anew, and nobody is told of them.
      await ctx.database.write((tx) => [
        saveSegment(tx, row),
        ...forgetMembers(tx, site.id, id),
        ...(isWatched(row) ? [planWatch(tx, site.id, now)] : []),
      ]);
      return { id, name, ...rule, watched, notify };
    },
  );

  mount(
    api,
    contract.deleteSegment,
    {
      ...writes,
      reply: done,
      operationId: 'deleteSegment',
      summary: 'Delete a segment; its contacts stay',
    },
    async ({ ctx, site, parameter }) => {
      const id = idOf(parameter('segment'));
      await ctx.database.write((tx) => [removeSegment(tx, site.id, id), ...forgetMembers(tx, site.id, id)]);
      return { done: true as const };
    },
  );
};

/** The group of conditions that holds, with the values of that group alone. */
const reasonIn = (rule: schema.SegmentRule, { group, why }: Reason = { group: 0, why: [] }): Reason => {
  const groups = groupsOf(rule);
  const start = groups.slice(0, group).flat().length;
  return { group, why: why.slice(start, start + (groups[group]?.length ?? 0)) };
};

/** The contacts of a segment, each with the reason. */
export const mountSegments = (api: Api): void => {
  mountOwn(api);

  mount(
    api,
    contract.previewSegment,
    {
      ...reads,
      body: schema.preview,
      reply: schema.previewReply,
      operationId: 'previewSegment',
      summary: 'Count the contacts that a rule fits, and list them with the reason of each',
    },
    async ({ ctx, site, body: { after, ...rule } }) => {
      await refreshTraits(ctx, site.id);
      const [count, found] = await Promise.all([
        countMembers(ctx, site.id, rule),
        pageOfMembers(ctx, site.id, rule, after ?? '', pageLength + 1),
      ]);
      const shown = found.slice(0, pageLength);
      const reasons = await reasonsOf(ctx, site.id, rule, shown);
      return {
        count,
        contacts: shown.map(({ row, traits }) => ({
          ...toRow(row, traits.open),
          ...reasonIn(rule, reasons.get(row.id)),
        })),
        next: found.length > pageLength ? (shown.at(-1)?.row.id ?? null) : null,
      };
    },
  );

  mountFile(
    api,
    contract.exportSegment,
    {
      ...reads,
      role: 'admin',
      operationId: 'exportSegment',
      summary: 'Export the contacts of a segment for a spreadsheet',
    },
    async ({ ctx, site, session, parameter, headers }) => {
      const rule = await ruleOf(ctx, site.id, idOf(parameter('segment')));
      await refreshTraits(ctx, site.id);
      await recordAudit(ctx, [site.id], session.staff.id, 'GET /api/inbox/:site/segments/:segment/export');
      headers.set('content-type', 'text/csv; charset=utf-8');
      headers.set('content-disposition', 'attachment; filename="segment.csv"');
      return new Response(streamMembers(ctx, site.id, rule), { headers: headers.toInit() });
    },
  );
};
