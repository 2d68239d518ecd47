import { type ReadonlySignal, signal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import * as routes from '../../../shared/mailboxes/routes.ts';
import type { Mailboxes } from '../../../shared/mailboxes/schema.ts';
import { getOverview } from '../../../shared/inbox/routes.ts';
import type { Team } from '../../../shared/inbox/schema.ts';
import type { ConsoleModel } from '../model.ts';
import { bodyOf, type MailboxDraft, newBodyOf } from './draft.ts';

/** The mailboxes of one site. A failure is shown where the console's others are. */
export const createMailboxes = ({ call, attempt }: Pick<ConsoleModel, 'call' | 'attempt'>) => {
  const found = signal<Mailboxes | null>(null);
  const teams = signal<readonly Team[]>([]);
  const take = async (work: Promise<Mailboxes>): Promise<boolean> => {
    const reply = await attempt(work);
    if (reply) found.value = reply;
    return reply !== null;
  };
  const change = (mailbox: string, body: Partial<ReturnType<typeof bodyOf>> & { paused?: boolean }) =>
    take(call(routes.changeMailbox, { path: { mailbox }, body }));
  return {
    found: found as ReadonlySignal<Mailboxes | null>,
    teams: teams as ReadonlySignal<readonly Team[]>,
    async load(): Promise<void> {
      await take(call(routes.listMailboxes, {}));
      teams.value = (await attempt(call(getOverview, {})))?.teams ?? [];
    },
    /** Looks again without a word: whoever waits for a connection sees when it stands. */
    async look(): Promise<void> {
      const reply = await call(routes.listMailboxes, {}).catch(() => null);
      if (reply) found.value = reply;
    },
    /** @param id made with the form: sent twice, it is one mailbox */
    add: (id: string, draft: MailboxDraft) =>
      take(call(routes.addMailbox, { body: { id, ...newBodyOf(draft) } })),
    /** Leaves for the provider's page, where the mailbox's owner consents. */
    async connect(mailbox: string): Promise<void> {
      const page = await attempt(call(routes.askConsent, { path: { mailbox } }));
      if (page) location.assign(page.url);
    },
    save: (mailbox: string, draft: MailboxDraft) => change(mailbox, bodyOf(draft)),
    pause: (mailbox: string, paused: boolean) => change(mailbox, { paused }),
    test: (mailbox: string) => take(call(routes.testMailbox, { path: { mailbox }, body: { id: newId() } })),
    remove: (mailbox: string) => take(call(routes.deleteMailbox, { path: { mailbox } })),
  };
};

export type MailboxesModel = ReturnType<typeof createMailboxes>;

export const newMailboxId = (): string => newId();
