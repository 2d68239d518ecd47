import type { CallError } from '../core/net/client.ts';
import { fill } from '../core/text/fill.ts';
import type { ConsoleTexts } from './i18n.ts';
import { sectionName } from './sectionName.ts';

/** What a failed call means for the person before the screen. */
export const problemText = (say: ConsoleTexts, error: CallError): string => {
  if (error.code === 'offline') return say.offline;
  if (error.code === 'limited') return fill(say.limited, { seconds: error.retryAfter || 60 });
  if (error.code === 'unauthenticated') return say.loggedOut;
  if (error.code === 'conflict')
    return error.fields['email'] ? say.thereAlready : error.fields['role'] ? say.lastOwner : say.conflict;
  if (error.code === 'forbidden') return error.fields['role'] ? say.ownRole : say.forbidden;
  const [field] = Object.keys(error.fields);
  if (field?.split('.')[0] === 'file') return say.notAFile;
  const section = field?.startsWith('document.') && sectionName(say, field);
  if (section) return fill(say.refusedAt, { field: section });
  return error.passes ? say.broken : say.refused;
};
