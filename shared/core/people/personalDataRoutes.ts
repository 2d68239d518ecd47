import type { z } from 'zod';
import { route } from '../route.ts';
import type * as schema from './personalData.ts';

/* What is kept of a person. `:site` is the site's id for staff, its key for visitors. */

/** Looks for visitors by name, address or id. */
export const findPeople = route<undefined, z.infer<typeof schema.people>, z.infer<typeof schema.peopleQuery>>(
  'GET',
  '/api/inbox/:site/visitors',
);

export const getPerson = route<undefined, schema.PersonKept, schema.PersonQuery>(
  'GET',
  '/api/inbox/:site/person',
);

/** A zip file. */
export const exportPerson = route<undefined, undefined, z.infer<typeof schema.personExportQuery>>(
  'GET',
  '/api/inbox/:site/person/export',
);

/** Can't be undone. Answers at once; a job does it. */
export const erasePerson = route<schema.PersonQuery, z.infer<typeof schema.erasureReply>>(
  'POST',
  '/api/inbox/:site/person/erase',
);

export const listErasures = route<undefined, z.infer<typeof schema.erasureList>>(
  'GET',
  '/api/inbox/:site/erasures',
);

export const getOwnData = route<undefined, schema.OwnData>('GET', '/api/sites/:site/visitor/data');

/** A zip file. */
export const exportOwnData = route<undefined, undefined, z.infer<typeof schema.exportQuery>>(
  'GET',
  '/api/sites/:site/visitor/data/export',
);

export const eraseOwnData = route<undefined, z.infer<typeof schema.erasureReply>>(
  'POST',
  '/api/sites/:site/visitor/data/erase',
);
