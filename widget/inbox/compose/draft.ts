import type { StartConversation, StartWay } from '../../../shared/inbox/startSchema.ts';
import type { SentFile } from '../../core/net/uploads.ts';

/** Whom a new message is for. */
export interface Addressee {
  to: StartConversation['to'];
  /** Name or address, as it is shown. */
  label: string;
}

/** A new message, half written. */
export interface ComposeDraft {
  /** Of the conversation that is to be: the same on every try. */
  id: string;
  addressee: Addressee | null;
  by: StartWay;
  subject: string;
  /** Empty for the site's first address. */
  from: string;
  body: string;
  files: SentFile[];
}

/** Keeps a new message in this browser until it is sent: one for each contact, and one for whoever is chosen. */
export const createDraftStore = (site: string, contact: string | undefined) => {
  const key = `foyer-compose-${site}${contact ? `-${contact}` : ''}`;
  return {
    read(): ComposeDraft | null {
      try {
        const text = localStorage.getItem(key);
        return text === null ? null : (JSON.parse(text) as ComposeDraft);
      } catch {
        return null;
      }
    },
    write(draft: ComposeDraft): void {
      try {
        localStorage.setItem(key, JSON.stringify(draft));
      } catch {
        // Then it lives as long as the page.
      }
    },
    forget: (): void => localStorage.removeItem(key),
  };
};
