import type { z } from 'zod';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

export type InvitationDraft = z.infer<typeof schema.invitationDraft>;
export type StaffInvitation = z.infer<typeof schema.staffInvitation>;

export const getInvitation = route<
  undefined,
  z.infer<typeof schema.invitationShown>,
  z.infer<typeof schema.invitationQuery>
>('GET', '/api/sites/:site/invitations/:invitation');

/* For staff. */
export const listInvitations = route<undefined, z.infer<typeof schema.invitationList>>(
  'GET',
  '/api/inbox/:site/invitations',
);
export const putInvitation = route<
  z.infer<typeof schema.saveInvitation>,
  z.infer<typeof schema.invitationReply>
>('PUT', '/api/inbox/:site/invitations/:invitation');
export const deleteInvitation = route<
  z.infer<typeof schema.removeInvitation>,
  z.infer<typeof schema.removedReply>
>('DELETE', '/api/inbox/:site/invitations/:invitation');
