import { account } from './account/feature.ts';
import { alerts } from './alerts/feature.ts';
import { announcements } from './announcements/feature.ts';
import { ask } from './ask/feature.ts';
import { callbacks } from './callbacks/feature.ts';
import { chat } from './chat/feature.ts';
import { comments } from './comments/feature.ts';
import { contacts } from './contacts/feature.ts';
import { siteConsole } from './console/feature.ts';
import { csat } from './csat/feature.ts';
import type { ServerFeature } from './core/feature.ts';
import { inbox } from './inbox/feature.ts';
import { mailboxes } from './mailboxes/feature.ts';
import { mailHooks } from './mailHooks/feature.ts';
import { moving } from './moving/feature.ts';
import { invitations } from './invitations/feature.ts';
import { webhooks } from './webhooks/feature.ts';
import { reports } from './reports/feature.ts';
import { nps } from './nps/feature.ts';
import { sites } from './sites/feature.ts';
import { rules } from './rules/feature.ts';
import { trends } from './trends/feature.ts';
import { articles } from './articles/feature.ts';
import { ideas } from './ideas/feature.ts';
import { contactForm } from './contactForm/feature.ts';
import { oidc } from './oidc/feature.ts';
import { signIn } from './signIn/feature.ts';

/** Every feature of the server. The order counts for nothing but the documentation of the API. */
export const serverFeatures: readonly ServerFeature[] = [
  ask,
  chat,
  callbacks,
  comments,
  invitations,
  announcements,
  nps,
  inbox,
  contacts,
  account,
  alerts,
  siteConsole,
  sites,
  webhooks,
  articles,
  reports,
  trends,
  ideas,
  csat,
  rules,
  moving,
  signIn,
  contactForm,
  mailboxes,
  oidc,
  mailHooks,
];
