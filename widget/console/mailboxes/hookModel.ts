import { type ReadonlySignal, signal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import * as routes from '../../../shared/mailHooks/routes.ts';
import type { HookProvider } from '../../../shared/mailHooks/providers.ts';
import type { MadeMailHook, MailHooks } from '../../../shared/mailHooks/schema.ts';
import type { ConsoleModel } from '../model.ts';

/** An address with its secret, while it's shown. */
export interface ShownSecret {
  hook: string;
  address: string;
}

/** Hooks by which providers bring emails. A failure is shown where the console's others are. */
export const createHooks = ({ call, attempt }: Pick<ConsoleModel, 'call' | 'attempt'>) => {
  const found = signal<MailHooks['hooks'] | null>(null);
  const shown = signal<ShownSecret | null>(null);
  /** Made with the form: sent twice, it is one hook. */
  let fresh = newId();
  const take = (hook: string, made: MadeMailHook | null): boolean => {
    if (!made) return false;
    found.value = made.hooks;
    shown.value = made.secretAddress === null ? null : { hook, address: made.secretAddress };
    return true;
  };
  return {
    found: found as ReadonlySignal<MailHooks['hooks'] | null>,
    shown: shown as ReadonlySignal<ShownSecret | null>,
    async load(): Promise<void> {
      const reply = await attempt(call(routes.listMailHooks, {}));
      if (reply) found.value = reply.hooks;
    },
    /** @returns whether it was taken */
    async add(provider: HookProvider, key: string): Promise<boolean> {
      const id = fresh;
      const body = { id, provider, ...(key && { key }) };
      const isTaken = take(id, await attempt(call(routes.addMailHook, { body })));
      if (isTaken) fresh = newId();
      return isTaken;
    },
    /** @returns whether it was taken */
    async replace(hook: string, key: string): Promise<boolean> {
      const body = key ? { key } : {};
      return take(hook, await attempt(call(routes.replaceMailHookSecret, { path: { hook }, body })));
    },
    async remove(hook: string): Promise<void> {
      const reply = await attempt(call(routes.deleteMailHook, { path: { hook } }));
      if (reply) found.value = reply.hooks;
      if (reply && shown.value?.hook === hook) shown.value = null;
    },
  };
};

export type HooksModel = ReturnType<typeof createHooks>;
