import type { ServerFeature } from '../core/feature.ts';
import { mountReceiving } from './receive.ts';
import { mountMailHooks } from './routes.ts';

/** Addresses at which mail providers post what comes in: Mailgun, Postmark, SendGrid, Amazon SES. */
export const mailHooks: ServerFeature = {
  name: 'mailHooks',
  mount: mountMailHooks,
  pages: mountReceiving,
};
