import { endVisit, postIdentify } from '../../../shared/core/people/identityRoutes.ts';
import { newSecret } from '../../../shared/core/ids.ts';
import { CallError } from '../client.ts';
import { createStore } from '../store.ts';
import type { Identity } from '../script/identity.ts';
import type { Visit } from '../visit.ts';
import { draftsName } from './drafts.ts';

/** What was said already, and what was refused: once is enough. */
const said = new WeakSet<Identity>();

/** What is told of, and to whom: a visit, or as much of one as a part of the page has. */
type Told = Pick<Visit, 'session' | 'site'> & {
  texts: Pick<Visit['texts'], 'language'>;
  follow: { value: { model: { restart(): Promise<void> } } | null };
};

/** Takes what belongs to the visitor out of the browser. */
const forget = ({ session, site }: Pick<Visit, 'session' | 'site'>): void => {
  session.forget();
  createStore(`foyer:${site}:unsent`).write(null);
  createStore(draftsName(site)).write(null);
  createStore(`foyer:${site}:prompts`).write(null);
};

/**
 * Tells the server who the page says its visitor is. Labels wait until there is a visitor to put them on; a signed
 * identity joins the account, and where this browser's secret is another account's, a new visitor begins.
 * @returns true when the visitor is not the one that was drawn: everything has to be read anew
 */
export const introduce = async (visit: Told, identity: Identity): Promise<boolean> => {
  const { session, texts } = visit;
  if (said.has(identity) || (!identity.token && !session.isKnown)) return false;
  said.add(identity);
  const tell = () => session.call(postIdentify, { body: { ...identity, language: texts.language } });
  const wasKnown = session.isKnown;
  session.begin();
  try {
    try {
      await tell();
    } catch (error) {
      if (!(error instanceof CallError && error.code === 'conflict')) throw error;
      forget(visit);
      session.keep({ secret: newSecret(), at: Date.now() });
      await tell();
      return true;
    }
  } catch (error) {
    if (!wasKnown) session.forget();
    if (!(error instanceof CallError)) throw error;
    if (error.passes) said.delete(identity);
    // For the developer: the visitor goes on as nobody in particular.
    else console.error(`Foyer: identify was refused (${error.code})`, Object.keys(error.fields).join(', '));
    return false;
  }
  // Streams and lists that were begun as nobody are read again as who it is now.
  await visit.follow.value?.model.restart();
  return false;
};

/** Ends the visit here and on the server. */
export const leave = async (visit: Visit): Promise<void> => {
  if (!visit.session.isKnown) return;
  const ended = visit.session.call(endVisit, {}).catch(() => {});
  visit.dispose();
  forget(visit);
  await ended;
};
