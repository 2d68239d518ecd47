import type { CallError } from '../core/net/client.ts';
import { fill } from '../core/text/fill.ts';
import type { ConsoleTexts } from './i18n.ts';
import { sectionName } from './sectionName.ts';

/** The text for a failed call. */
export const problemText = (texts: ConsoleTexts, error: CallError): string => {
  if (error.code === 'offline') return texts.offline;
  if (error.code === 'limited') return fill(texts.limited, { seconds: error.retryAfter || 60 });
  if (error.code === 'unauthenticated') return texts.loggedOut;
  if (error.code === 'conflict')
    return error.fields['email']
      ? texts.thereAlready
      : error.fields['role']
        ? texts.lastOwner
        : texts.conflict;
  if (error.code === 'forbidden') return error.fields['role'] ? texts.ownRole : texts.forbidden;
  const [field] = Object.keys(error.fields);
  if (field?.split('.')[0] === 'file') return texts.notAFile;
  const section = field?.startsWith('document.') && sectionName(texts, field);
  if (section) return fill(texts.refusedAt, { field: section });
  return error.passes ? texts.broken : texts.refused;
};
