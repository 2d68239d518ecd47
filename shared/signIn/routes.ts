import type { Done, VisitorThread } from '../core/conversations/schema.ts';
import { route } from '../core/route.ts';
import type { AskCodeBody, SignInBody } from './schema.ts';

/** Mails a code and a link to whoever wrote from an address. The answer is the same whether anybody did. */
export const postSignInCode = route<AskCodeBody, Done>('POST', '/api/sites/:site/sign-in/code');
/**
 * Exchanges a code for the visitor: the secret that this is called with, which must be new to the site, is theirs from
 * then on. Works once, for an hour, with a few tries.
 */
export const postSignIn = route<SignInBody, VisitorThread>('POST', '/api/sites/:site/sign-in');
