import type { ContactRow } from '../../../../shared/contacts/schema.ts';
import type { ContactTexts } from '../texts.ts';

/** A contact's name, or what they are known by. */
export const nameOf = ({ name, email }: Pick<ContactRow, 'name' | 'email'>, texts: ContactTexts): string =>
  name || email || texts.anonymous;

/** A text that runs its own way, whatever stands around it. */
export const apart = (text: string): string => `\u2068${text}\u2069`;
