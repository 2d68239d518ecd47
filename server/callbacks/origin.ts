import { createHash } from 'node:crypto';

/** The id of the note that says where a call came from: the same at every try. */
export const linkId = (callbackId: string): string => {
  const hex = createHash('sha256').update(`origin\n${callbackId}`).digest('hex');
  return `${callbackId.slice(0, 24)}${hex.slice(0, 12)}`;
};
