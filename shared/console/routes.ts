import type { z } from 'zod';
import type { Done } from '../core/conversations/schema.ts';
import type { Me } from '../core/people/staff.ts';
import { route } from '../core/route.ts';
import type * as schema from './schema.ts';

/* `:site` is the site's id. Cookie session, same origin, JSON only; for admins and owners. */
export const getSaved = route<undefined, schema.Saved>('GET', '/api/console/:site/settings');
export const putSettings = route<schema.SaveDocument, schema.Saved>('PUT', '/api/console/:site/settings');
export const getHistory = route<undefined, schema.History>('GET', '/api/console/:site/history');
export const undo = route<z.infer<typeof schema.undoTo>, schema.Saved>('POST', '/api/console/:site/undo');
export const exportSettings = route<undefined, z.infer<typeof schema.exported>>(
  'GET',
  '/api/console/:site/export',
);
export const importSettings = route<z.infer<typeof schema.importFile>, schema.ImportReply>(
  'POST',
  '/api/console/:site/import',
);
export const getInstallations = route<undefined, z.infer<typeof schema.installationsReply>>(
  'GET',
  '/api/console/:site/installations',
);
export const getPageTexts = route<
  undefined,
  z.infer<typeof schema.pageTextsReply>,
  z.infer<typeof schema.pageTextsQuery>
>('GET', '/api/console/:site/page-texts');

export const getChecklist = route<undefined, schema.Checklist>('GET', '/api/console/:site/checklist');
/** Sends a mail to who asks: that it arrives shows that mail works. */
export const postTestMail = route<undefined, z.infer<typeof schema.testMailReply>>(
  'POST',
  '/api/console/:site/test-mail',
);

export const getColleagues = route<undefined, z.infer<typeof schema.colleagues>>(
  'GET',
  '/api/console/:site/people',
);
export const postInvitation = route<z.infer<typeof schema.invite>, z.infer<typeof schema.personReply>>(
  'POST',
  '/api/console/:site/people',
);
export const postLink = route<z.infer<typeof schema.renewLink>, z.infer<typeof schema.personReply>>(
  'POST',
  '/api/console/:site/people/:person/link',
);
export const patchPerson = route<z.infer<typeof schema.changePerson>, z.infer<typeof schema.personReply>>(
  'PATCH',
  '/api/console/:site/people/:person',
);
export const deletePerson = route<undefined, Done>('DELETE', '/api/console/:site/people/:person');

/* For nobody in particular: who holds the link or the code may. Both travel in bodies, never in an address. */
export const readInvitation = route<z.infer<typeof schema.welcomeLink>, z.infer<typeof schema.welcomeReply>>(
  'POST',
  '/api/staff/invitation',
);
/** For who has an account, logged in to it. */
export const joinSite = route<z.infer<typeof schema.welcomeLink>, Me>('POST', '/api/staff/invitation/join');
export const acceptInvitation = route<z.infer<typeof schema.welcomePassword>, Done>(
  'POST',
  '/api/staff/invitation/accept',
);
export const checkSetupCode = route<z.infer<typeof schema.setupCode>, Done>('POST', '/api/setup/code');
export const setUp = route<schema.Setup, z.infer<typeof schema.setupReply>>('POST', '/api/setup');
