import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import * as routes from '../../../shared/account/routes.ts';
import type { Account } from '../../../shared/account/schema.ts';
import { CallError } from '../../core/net/client.ts';
import type { StaffContext } from '../../core/staff/context.ts';
import type { Refused } from './AccountField.tsx';

/** A person's own login. */
export interface AccountModel {
  /** Null until it was read. */
  known: ReadonlySignal<Account | null>;
  refused: Signal<Refused>;
  load(): Promise<void>;
  /** Awaits a call. What is wrong with a field is said beside it, everything else where failures are. */
  attempt<Value>(work: Promise<Value>): Promise<Value | null>;
  /** Awaits a call that answers with the account. @returns whether it was taken */
  change(work: Promise<Account>): Promise<boolean>;
}

export const createAccount = (staff: StaffContext): AccountModel => {
  const known = signal<Account | null>(null);
  const refused = signal<Refused>({});
  const attempt: AccountModel['attempt'] = (work) => {
    refused.value = {};
    return staff.attempt(
      work.catch((error) => {
        if (!(error instanceof CallError) || !Object.keys(error.fields).length) throw error;
        refused.value = error.fields;
        return null as never;
      }),
    );
  };
  return {
    known,
    refused,
    attempt,
    async load() {
      const found = await staff.attempt(staff.call(routes.getAccount, {}));
      if (found) known.value = found;
    },
    async change(work) {
      const found = await attempt(work);
      if (found) known.value = found;
      return found !== null;
    },
  };
};
