import { endVisit, postIdentify } from '../../../shared/core/people/identityRoutes.ts';
import { newSecret } from '../../../shared/core/ids.ts';
import { CallError } from '../net/client.ts';
import { createStore } from '../net/storage.ts';
import type { Identity } from '../script/identity.ts';
import type { WidgetContext } from '../context.ts';
import { draftsName, tabDrafts } from './drafts.ts';

/** Identities that were sent already, and those that were refused: once is enough. */
const introduced = new WeakSet<Identity>();

/** The parts of a context that are needed: a page with comments alone has no more. */
type Introduced = Pick<WidgetContext, 'session' | 'site'> & {
  language: string;
  /** Reads again what was read as nobody. */
  onIntroduced?(): Promise<void> | undefined;
};

/** Takes what belongs to the visitor out of the browser. */
export const forgetVisitor = ({ session, site }: Pick<WidgetContext, 'session' | 'site'>): void => {
  session.forget();
  createStore(`foyer:${site}:unsent`).write(null);
  createStore(draftsName(site)).write(null);
  tabDrafts(site).write(null);
  createStore(`foyer:${site}:prompts`).write(null);
};

/**
 * Tells the server who the page says its visitor is. Labels wait until there is a visitor to put them on; a signed
 * identity joins the account, and where this browser's secret is another account's, a new visitor begins.
 * @returns true when the visitor is not the one that was drawn: everything has to be read anew
 */
export const introduce = async (context: Introduced, identity: Identity): Promise<boolean> => {
  const { session, language } = context;
  if (introduced.has(identity) || (!identity.token && !session.isKnown)) return false;
  introduced.add(identity);
  const introduceNow = () => session.call(postIdentify, { body: { ...identity, language } });
  const wasKnown = session.isKnown;
  session.begin();
  try {
    try {
      await introduceNow();
    } catch (error) {
      if (!(error instanceof CallError && error.code === 'conflict')) throw error;
      forgetVisitor(context);
      session.store({ secret: newSecret(), at: Date.now() });
      await introduceNow();
      return true;
    }
  } catch (error) {
    if (!wasKnown) session.forget();
    if (!(error instanceof CallError)) throw error;
    if (error.passes) introduced.delete(identity);
    // For the developer: the visitor goes on as nobody in particular.
    else console.error(`Foyer: identify was refused (${error.code})`, Object.keys(error.fields).join(', '));
    return false;
  }
  await context.onIntroduced?.();
  return false;
};

/** Ends the visit here and on the server. */
export const logOut = async (context: WidgetContext): Promise<void> => {
  if (!context.session.isKnown) return;
  const ended = context.session.call(endVisit, {}).catch(() => {});
  context.dispose();
  forgetVisitor(context);
  await ended;
};
