import type { Surface } from '../core/context.ts';
import { createSignIn } from './model.ts';
import { SignInForm } from './SignInForm.tsx';
import rules from './signIn.css?inline';
import { loadTexts } from './texts.ts';

/**
 * Signing in on one surface, for a browser without conversations: who has some here would lose them, because two
 * visitors don't become one.
 * @throws when its texts cannot be loaded
 */
export const openSignIn = async (surface: Surface) => {
  const { session, settings, texts, conversations, who } = surface.context;
  // Whom the page itself signs in has everything on every device.
  if (!settings.mails || who()) return null;
  const text = await loadTexts(texts);
  const model = createSignIn(surface);
  surface.addStyles(rules);
  return () => {
    const store = conversations.value?.store;
    const hasNone = store ? !store.conversations.value.length : !session.isKnown;
    return hasNone ? <SignInForm surface={surface} model={model} text={text} /> : null;
  };
};
