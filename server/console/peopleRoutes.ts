import { listColleagues } from './queries/people.ts';
import { done } from '../../shared/core/conversations/schema.ts';
import * as contract from '../../shared/console/routes.ts';
import * as schema from '../../shared/console/schema.ts';
import { type Api, type Call, mount } from '../core/http/mount.ts';
import { changeColleague, invitePerson, removeColleague, renewInvitation } from './writes/people.ts';
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
      reply: schema.inviteReply,
      summary: 'Add a person to the site; new people set a password with the link',
    },
    (call) => invitePerson(call.ctx, call.site.id, actorOf(call), call.body),
  );

  mount(
    api,
    contract.postLink,
    {
      ...forAdmins,
      body: schema.renewLink,
      reply: schema.personReply,
      summary: 'Create a new link for someone who hasn’t set a password',
    },
    async (call) => ({
      person: await renewInvitation(
        call.ctx,
        call.site.id,
        actorOf(call),
        call.path['person']!,
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
      summary: 'Change a person’s name or role',
    },
    async (call) => ({
      person: await changeColleague(call.ctx, call.site.id, actorOf(call), call.path['person']!, call.body),
    }),
  );

  mount(
    api,
    contract.deletePerson,
    {
      ...forAdmins,
      reply: done,
      summary: 'Remove a person from the site and end their sessions and streams',
    },
    async (call) => {
      await removeColleague(call.ctx, call.site.id, actorOf(call), call.path['person']!);
      return { done: true as const };
    },
  );
};
