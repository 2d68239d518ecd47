import { listColleagues } from './queries/people.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import * as contract from '../../shared/console/routes.ts';
import * as schema from '../../shared/console/schema.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import { changeRole, invitePerson, removeColleague, renewInvitation } from './writes/people.ts';
import type { Actor } from './rules.ts';

const forAdmins = { access: 'staff', rate: 'staff', role: 'admin' } as const;

const actorOf = ({ session, role }: Call<'staff', unknown, unknown>): Actor => ({
  id: session.staff.id,
  role,
});

/** Who answers on a site, and as what. */
export const mountPeople = (api: Api): void => {
  mount(
    api,
    contract.getColleagues,
    { ...forAdmins, reply: schema.colleagues, summary: 'List people on the site with their roles' },
    async ({ ctx, site }) => ({
      people: await listColleagues(ctx, site.id),
      hasMail: ctx.mailer.isConfigured,
    }),
  );

  mount(
    api,
    contract.postInvitation,
    {
      ...forAdmins,
      body: schema.invite,
      reply: schema.personReply,
      summary: 'Invite a person to the site; they join with the link',
    },
    async (call) => ({ person: await invitePerson(call.ctx, call.site.id, actorOf(call), call.body) }),
  );

  mount(
    api,
    contract.postLink,
    {
      ...forAdmins,
      body: schema.renewLink,
      reply: schema.personReply,
      summary: 'Create a new link for someone who hasn’t accepted',
    },
    async (call) => ({
      person: await renewInvitation(
        call.ctx,
        call.site.id,
        actorOf(call),
        call.parameter('person'),
        call.body.secret,
      ),
    }),
  );

  mount(
    api,
    contract.patchPerson,
    {
      ...forAdmins,
      body: schema.changePerson,
      reply: schema.personReply,
      summary: 'Change a person’s role on the site',
    },
    async (call) => ({
      person: await changeRole(
        call.ctx,
        call.site.id,
        actorOf(call),
        call.parameter('person'),
        call.body.role,
      ),
    }),
  );

  mount(
    api,
    contract.deletePerson,
    {
      ...forAdmins,
      reply: done,
      summary: 'Remove a person from the site; their account stays',
    },
    async (call) => {
      await removeColleague(call.ctx, call.site.id, actorOf(call), call.parameter('person'));
      return { done: true as const };
    },
  );
};
