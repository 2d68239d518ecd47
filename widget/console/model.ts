import { type ReadonlySignal, signal } from '@preact/signals';
import { getHistory } from '../../shared/console/routes.ts';
import type { History } from '../../shared/console/schema.ts';
import type { FieldCode } from '../../shared/core/errors.ts';
import type { Membership } from '../../shared/core/people/staff.ts';
import { createAttempts } from '../core/net/attempt.ts';
import type { Call, CallError } from '../core/net/client.ts';
import type { Language } from '../../shared/core/languages.ts';
import type { PreviewState } from './preview/messages.ts';
import { createInstallations } from './installations.ts';
import { createPeople } from './people.ts';
import { createSavedDocument } from './savedDocument.ts';

/** A view of the preview in one language. */
export interface Previewed {
  view: PreviewState;
  language: Language;
}

/** One site's console: what is saved, what is being changed, and everybody on it. */
export const createConsole = (membership: Membership, anonymous: Call) => {
  const call: Call = (route, options) =>
    anonymous(route, { ...options, path: { site: membership.site, ...options.path } });
  const { problem, attempt } = createAttempts();
  const document = createSavedDocument(call, attempt, problem);
  const installed = createInstallations(call, (refusal) => {
    problem.value = refusal;
  });
  const history = signal<History['revisions'] | null>(null);
  const previewed = signal<Previewed | null>(null);
  void document.load();

  return {
    ...document,
    ...createPeople(call, attempt),
    ...installed,
    membership,
    call,
    attempt,
    problem: problem as ReadonlySignal<CallError | null>,
    history: history as ReadonlySignal<History['revisions'] | null>,
    /** The content the preview was last told to show; a new object each time. */
    previewed: previewed as ReadonlySignal<Previewed | null>,
    showInPreview(asked: Previewed | null): void {
      previewed.value = asked;
    },
    async loadHistory(): Promise<void> {
      const reply = await attempt(call(getHistory, {}));
      if (reply) history.value = reply.revisions;
    },
    /** Why the server refused a field of the document, or what lies below it. */
    refused(path: string): FieldCode | undefined {
      const name = `document.${path}`;
      const found = Object.entries(problem.value?.fields ?? {}).find(
        ([field]) => field === name || field.startsWith(`${name}.`),
      );
      return found?.[1];
    },
    /** Lets a refused origin in at once. */
    async allow(origin: string): Promise<void> {
      if (await document.allowOrigin(origin)) await installed.loadInstallations();
    },
  };
};

export type ConsoleModel = ReturnType<typeof createConsole>;
