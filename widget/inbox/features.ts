import { accountForStaff } from '../account/inbox.tsx';
import { announcementsForStaff } from '../announcements/inbox.tsx';
import { articlesForStaff } from '../articles/inbox.tsx';
import { askForStaff } from '../ask/inbox.tsx';
import { callbacksForStaff } from '../callbacks/inbox.tsx';
import { chatForStaff } from '../chat/inbox.tsx';
import { commentsForStaff } from '../comments/inbox.tsx';
import { contactsForStaff } from '../contacts/inbox.tsx';
import { consoleForStaff } from '../console/inbox.ts';
import type { StaffFeature } from '../core/staff/feature.ts';
import { ideasForStaff } from '../ideas/inbox.tsx';
import { invitationsForStaff } from '../invitations/inbox.tsx';
import { mailForStaff } from '../mail/inbox.tsx';
import { moderationForStaff } from '../moderation/inbox.tsx';
import { npsForStaff } from '../nps/inbox.tsx';
import { privacyForStaff } from '../privacy/inbox.tsx';
import { reportsForStaff } from '../reports/inbox.tsx';
import { rulesForStaff } from '../rules/inbox.tsx';
import { trendsForStaff } from '../trends/inbox.tsx';
import { alertsForStaff } from './alert/inbox.ts';

/** Every feature of the staff's page, in the order of its links. The one list. */
export const staffFeatures: readonly StaffFeature[] = [
  // First: where moderators begin.
  moderationForStaff,
  askForStaff,
  articlesForStaff,
  chatForStaff,
  callbacksForStaff,
  commentsForStaff,
  ideasForStaff,
  trendsForStaff,
  contactsForStaff,
  reportsForStaff,
  npsForStaff,
  invitationsForStaff,
  announcementsForStaff,
  rulesForStaff,
  mailForStaff,
  privacyForStaff,
  accountForStaff,
  alertsForStaff,
  consoleForStaff,
];
