import { type ReadonlySignal, signal } from '@preact/signals';
import type { Me } from '../../../shared/core/people/staff.ts';
import { getMe, login, logout } from '../../../shared/core/people/staffRoutes.ts';
import { asCallError, type CallError, createCall } from '../../core/net/client.ts';
import { createRelogin } from './relogin.ts';
import { takeLink } from './link.ts';
import { createInbox, type Inbox } from './inbox.ts';

/** The staff session: who is logged in, and the inbox of the site they look at. */
export const createStaffSession = () => {
  const plain = createCall('', () => ({}));
  /** undefined: not known yet. */
  const me = signal<Me | null | undefined>(undefined);
  const inbox = signal<Inbox | null>(null);
  const relogin = createRelogin(plain, () => !!me.value);
  const { call } = relogin;
  const problem = signal<CallError | null>(null);

  const chooseSite = (site: string): void => {
    const person = me.value;
    const membership = person?.memberships.find((one) => one.site === site) ?? person?.memberships[0];
    inbox.value?.dispose();
    inbox.value = person && membership ? createInbox(person, membership, call) : null;
  };
  const enter = (person: Me | null): void => {
    me.value = person;
    if (person) {
      const link = takeLink();
      chooseSite(link?.site ?? '');
      if (link?.conversation && inbox.value?.membership.site === link.site)
        inbox.value.open(link.conversation);
    } else {
      inbox.value?.dispose();
      inbox.value = null;
    }
  };
  /** Lets in who has logged in: to where they were, where it's the same person again. */
  const goOnAs = (person: Me): void => {
    const isSame = relogin.hasEnded.value && person.id === me.value?.id;
    relogin.settle(isSame);
    if (isSame) {
      me.value = person;
      void inbox.value?.load();
    } else enter(person);
  };
  const look = async (): Promise<void> => {
    try {
      enter(await plain(getMe, {}));
      problem.value = null;
    } catch (error) {
      const failure = asCallError(error);
      if (failure.code === 'unauthenticated') enter(null);
      else problem.value = failure;
    }
  };
  void look();

  return {
    call,
    me: me as ReadonlySignal<Me | null | undefined>,
    inbox: inbox as ReadonlySignal<Inbox | null>,
    /** The session has ended, and whoever works here is asked to log in again. */
    hasEnded: relogin.hasEnded,
    problem: problem as ReadonlySignal<CallError | null>,
    chooseSite,
    look,
    /** Calls of who isn't logged in. */
    plain,
    goOnAs,
    /** @param code of the second factor, once it was asked for */
    async logIn(email: string, password: string, code?: string): Promise<void> {
      problem.value = null;
      try {
        goOnAs(await plain(login, { body: { email, password, ...(code && { code }) } }));
      } catch (error) {
        problem.value = asCallError(error);
      }
    },
    async logOut(): Promise<void> {
      try {
        await plain(logout, {});
        relogin.settle(false);
        enter(null);
      } catch (error) {
        problem.value = asCallError(error);
      }
    },
  };
};

export type StaffSession = ReturnType<typeof createStaffSession>;
