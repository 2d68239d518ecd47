import { type ReadonlySignal, signal } from '@preact/signals';
import { getInstallations } from '../../shared/console/routes.ts';
import type { Installation, Trouble } from '../../shared/console/schema.ts';
import { asCallError } from '../core/net/client.ts';
import type { Call, CallError } from '../core/net/client.ts';

/** Pages that have the script, and what went wrong on them. */
export interface Installations {
  list: readonly Installation[];
  troubles: readonly Trouble[];
  /** The address of a reverse proxy that is not trusted. */
  untrustedProxy: string | null;
  now: number;
}

/** @param refuse shows a failure that does not pass */
export const createInstallations = (call: Call, refuse: (problem: CallError) => void) => {
  const installations = signal<Installations | null>(null);
  return {
    installations: installations as ReadonlySignal<Installations | null>,
    /** Asked for again and again: a failure is waited out, and what is refused elsewhere on the screen stays said. */
    async loadInstallations(): Promise<void> {
      try {
        const { installations: list, troubles, untrustedProxy, now } = await call(getInstallations, {});
        installations.value = { list, troubles, untrustedProxy, now };
      } catch (error) {
        const problem = asCallError(error);
        if (!problem.passes) refuse(problem);
      }
    },
  };
};
