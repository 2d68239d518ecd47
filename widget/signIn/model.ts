import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { newId, newSecret } from '../../shared/core/ids.ts';
import { postSignIn, postSignInCode } from '../../shared/signIn/routes.ts';
import type { Surface } from '../core/context.ts';
import { type Action, createAction } from '../core/net/action.ts';
import { createCall } from '../core/net/client.ts';

/** A visitor's way back to conversations of another device. */
export interface SignIn {
  /** `offer` is one line; then an address is typed, then the code that came to it. */
  step: Signal<'offer' | 'email' | 'code'>;
  email: Signal<string>;
  code: Signal<string>;
  isBadEmail: ReadonlySignal<boolean>;
  action: Action;
  /** Asks for a code. */
  ask(): Promise<void>;
  /** Takes the typed code, and opens the conversation that was seen last. */
  enter(): Promise<void>;
}

export const createSignIn = (surface: Surface): SignIn => {
  const { base, site, session, call, texts, loadConversations } = surface.context;
  const step = signal<SignIn['step']['value']>('offer');
  const email = signal('');
  const code = signal('');
  const isBadEmail = signal(false);
  const action = createAction();
  /** The request that was made last: a code works with it alone. */
  let request = '';
  return {
    step,
    email,
    code,
    isBadEmail,
    action,
    async ask() {
      if (action.busy.value) return;
      const address = email.value.trim();
      isBadEmail.value = !/^\S+@\S+\.\S+$/.test(address);
      if (isBadEmail.value) return;
      const id = newId();
      const body = { id, email: address, language: texts.language };
      if (await action.run(() => call(postSignInCode, { body }))) {
        request = id;
        code.value = '';
        step.value = 'code';
      } else if (action.problem.value?.fields['email']) {
        action.problem.value = null;
        isBadEmail.value = true;
      }
    },
    async enter() {
      if (action.busy.value || !code.value.trim()) return;
      // Theirs from the moment the server says so, and nobody's if it doesn't.
      const secret = newSecret();
      const callAsNew = createCall(base, () => ({ authorization: `Bearer ${secret}` }), { site });
      await action.run(async () => {
        const body = { id: request, code: code.value };
        const { conversation } = await callAsNew(postSignIn, { body });
        session.store({ secret, at: Date.now() });
        const { store } = await loadConversations();
        await store.restart();
        step.value = 'offer';
        surface.conversation.value = conversation.id;
      });
    },
  };
};
