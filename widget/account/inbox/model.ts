import { type ReadonlySignal, signal } from '@preact/signals';
import * as routes from '../../../shared/account/routes.ts';
import type { Account } from '../../../shared/account/schema.ts';
import { CallError } from '../../core/net/client.ts';
import type { StaffContext } from '../../core/staff/context.ts';
import type { Refused } from './AccountField.tsx';

/** The forms of the page: several ask for the same password. */
export type AccountForm = 'name' | 'password' | 'factor' | 'passkeys' | 'sessions';

/** A person's own login. */
export interface AccountModel {
  /** Null until it was read. */
  known: ReadonlySignal<Account | null>;
  load(): Promise<void>;
  /** Awaits a form's call. What is wrong with a field is said beside it, everything else where failures are. */
  attempt<Value>(form: AccountForm, work: Promise<Value>): Promise<Value | null>;
  /** Awaits a form's call that answers with the account. @returns whether it was taken */
  change(form: AccountForm, work: Promise<Account>): Promise<boolean>;
  /** Fields of a form that its last call refused. */
  refusedIn(form: AccountForm): Refused;
  forgetRefused(): void;
}

export const createAccount = (staff: StaffContext): AccountModel => {
  const known = signal<Account | null>(null);
  const refused = signal<{ form: AccountForm; fields: Refused } | null>(null);
  const attempt: AccountModel['attempt'] = (form, work) => {
    refused.value = null;
    return staff.attempt(
      work.catch((error) => {
        if (!(error instanceof CallError) || !Object.keys(error.fields).length) throw error;
        refused.value = { form, fields: error.fields };
        return null as never;
      }),
    );
  };
  return {
    known,
    attempt,
    async load() {
      const found = await staff.attempt(staff.call(routes.getAccount, {}));
      if (found) known.value = found;
    },
    async change(form, work) {
      const found = await attempt(form, work);
      if (found) known.value = found;
      return found !== null;
    },
    refusedIn: (form) => (refused.value?.form === form ? refused.value.fields : {}),
    forgetRefused() {
      refused.value = null;
    },
  };
};
