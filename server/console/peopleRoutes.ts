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

/** Listing and inviting them. */
const mountInvitations = (api: Api): void => {
  mount(
    api,
    contract.getColleagues,
    {
      ...forAdmins,
      reply: schema.colleagues,
      operationId: 'listMembers',
      scope: 'people:read',
      summary: 'List people on the site with their roles',
    },
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
      operationId: 'inviteMember',
      scope: null,
      person: 'Who is invited stays when the token is revoked.',
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
      operationId: 'renewMemberInvitation',
      scope: null,
      person: 'Who is invited stays when the token is revoked.',
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
};

/** Changing who is there. */
const mountMembers = (api: Api): void => {
  mount(
    api,
    contract.patchPerson,
    {
      ...forAdmins,
      body: schema.changePerson,
      reply: schema.personReply,
      operationId: 'updateMemberRole',
      scope: null,
      person: 'A new role stays when the token is revoked.',
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
      operationId: 'removeMember',
      scope: 'people:write',
      summary: 'Remove a person from the site; their account stays',
    },
    async (call) => {
      await removeColleague(call.ctx, call.site.id, actorOf(call), call.parameter('person'));
      return { done: true as const };
    },
  );
};

/** Routes of a site's people and their roles. */
export const mountPeople = (api: Api): void => {
  mountInvitations(api);
  mountMembers(api);
};
