import { isAtLeast } from '../../../shared/core/people/roles.ts';
import * as contract from '../../../shared/inbox/routes.ts';
import * as schema from '../../../shared/inbox/schema.ts';
import { Failure, notFound } from '../../core/http/failure.ts';
import { type Api, mount } from '../../core/http/mount.ts';
import { listWork, saveWork } from './queries.ts';

/** Routes of assignment: how much each person takes at once, and in which languages. */
export const mountAssignment = (api: Api): void => {
  mount(
    api,
    contract.listWork,
    {
      access: 'staff',
      rate: 'staff',
      reply: schema.workList,
      operationId: 'listWorkloads',
      scope: 'people:read',
      summary: 'Get each person’s workload and languages',
    },
    async ({ ctx, site }) => ({
      people: await listWork(ctx, site.id),
      languages: site.settings.languages,
      gives: site.settings.assignment.mode !== 'off',
    }),
  );

  mount(
    api,
    contract.putWork,
    {
      access: 'staff',
      rate: 'staff',
      body: schema.saveWork,
      reply: schema.workReply,
      operationId: 'saveWorkload',
      scope: 'people:write',
      summary: 'Set your own workload, or anyone’s as an admin',
    },
    async ({ ctx, site, session, role, parameter, body }) => {
      const id = parameter('person');
      const person = (await listWork(ctx, site.id)).find((one) => one.id === id);
      if (!person) throw notFound();
      if (id !== session.staff.id && !isAtLeast(role, 'admin'))
        throw new Failure('forbidden', 'Only admins can change other people’s workload.');
      const work = { capacity: body.capacity, languages: [...new Set(body.languages)] };
      await ctx.database.commit({
        site: site.id,
        // Who takes more now may get what waits.
        events: [{ kind: 'presence.changed', subject: id, audience: 'staff' }],
        write: (tx) => [saveWork(tx, site.id, id, work)],
      });
      return { person: { ...person, ...work } };
    },
  );
};
