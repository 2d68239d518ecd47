import type { z } from 'zod';
import type { Done } from '../core/conversations/schema.ts';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

type Of<Schema extends z.ZodType> = z.infer<Schema>;

export const getAccount = route<undefined, schema.Account>('GET', '/api/staff/account');
export const patchAccount = route<Of<typeof schema.changeName>, schema.Account>(
  'PATCH',
  '/api/staff/account',
);
export const postRevoke = route<Of<typeof schema.revokeSessions>, schema.Account>(
  'POST',
  '/api/staff/account/revoke',
);
export const postPassword = route<Of<typeof schema.changePassword>, schema.Account>(
  'POST',
  '/api/staff/account/password',
);
export const postSecondFactor = route<Of<typeof schema.beginSecondFactor>, schema.Enrolment>(
  'POST',
  '/api/staff/account/second-factor',
);
export const putSecondFactor = route<Of<typeof schema.confirmSecondFactor>, schema.RecoveryCodes>(
  'PUT',
  '/api/staff/account/second-factor',
);
export const postEndSecondFactor = route<Of<typeof schema.endSecondFactor>, schema.Account>(
  'POST',
  '/api/staff/account/second-factor/end',
);
/** Always the same answer: whether there is such a person is nobody's business. */
export const postAskReset = route<Of<typeof schema.askReset>, Done>('POST', '/api/staff/reset');
export const postFinishReset = route<Of<typeof schema.finishReset>, Done>('POST', '/api/staff/reset/finish');

export const listAudit = route<undefined, schema.AuditPage, schema.AuditQuery>(
  'GET',
  '/api/console/:site/audit',
);
