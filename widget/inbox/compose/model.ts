import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import { getComposeOptions, startConversation } from '../../../shared/inbox/routes.ts';
import type { ComposeOptions, StartWay } from '../../../shared/inbox/startSchema.ts';
import { hasVisibleText } from '../../../shared/core/visibleText.ts';
import { type Composer, createComposer } from '../../core/conversations/composer.tsx';
import { asCallError, type CallError } from '../../core/net/client.ts';
import type { Inbox } from '../session/inbox.ts';
import { type Addressee, type ComposeDraft, createDraftStore } from './draft.ts';
import type { ComposeTarget } from './target.ts';

/** A new message: to whom, by which way, and what it says. */
export interface ComposeModel {
  draft: ReadonlySignal<ComposeDraft>;
  /** Null until they are there. */
  options: ReadonlySignal<ComposeOptions | null>;
  composer: Composer;
  isPreviewed: Signal<boolean>;
  isSending: ReadonlySignal<boolean>;
  /** Why it was not sent. */
  problem: ReadonlySignal<CallError | null>;
  canSend: ReadonlySignal<boolean>;
  choose(addressee: Addressee | null): void;
  set(more: Partial<Pick<ComposeDraft, 'subject' | 'from' | 'by'>>): void;
  /** @returns true when it was sent; the conversation is open then */
  send(): Promise<boolean>;
  /** Throws it away. */
  discard(): void;
}

type Needs = Pick<Inbox, 'call' | 'attempt' | 'uploads' | 'open' | 'membership'>;

const emptyDraft = ({ contact }: ComposeTarget): ComposeDraft => ({
  id: newId(),
  addressee: contact ? { to: { contact: contact.id }, label: contact.name } : null,
  by: 'mail',
  subject: '',
  from: '',
  body: '',
  files: [],
});

/** The draft, kept in this browser with every change, and what it is written with. */
const createDraft = ({ uploads, membership }: Needs, target: ComposeTarget, onChange: () => void) => {
  const store = createDraftStore(membership.site, target.contact?.id);
  const kept = store.read();
  const draft = signal<ComposeDraft>(kept ?? emptyDraft(target));
  const filesOf = () => composer.files.value.filter(({ state }) => state !== 'refused');
  const change = (more: Partial<ComposeDraft>): void => {
    draft.value = { ...draft.value, ...more };
    onChange();
    store.write({ ...draft.value, files: filesOf().map(({ id, name }) => ({ id, name })) });
  };
  const composer = createComposer(draft.value.id, uploads, {
    text: computed(() => draft.value.body),
    write: (body) => change({ body }),
  });
  // After a reload its files are on the server alone.
  if (kept?.files.length && composer.files.value.length === 0) uploads.restore(kept.id, kept.files);
  return { draft, composer, change, files: () => filesOf().map(({ id }) => id), forget: store.forget };
};

/** The ways to reach the one who was chosen, looked up with each choice. */
const createOptions = ({ call, attempt }: Needs, draft: Signal<ComposeDraft>) => {
  const options = signal<ComposeOptions | null>(null);
  /** The way that is open, where the chosen one is not. */
  const openWay = ({ to }: ComposeOptions, by: StartWay): StartWay =>
    !to || to[by] === null ? by : to.mail === null ? 'mail' : to.widget === null ? 'widget' : by;
  const look = async (): Promise<void> => {
    const { addressee } = draft.value;
    const query = !addressee
      ? {}
      : 'contact' in addressee.to
        ? { contact: addressee.to.contact }
        : { email: addressee.to.email };
    const found = await attempt(call(getComposeOptions, { query }));
    // Somebody else was chosen meanwhile.
    if (!found || draft.value.addressee !== addressee) return;
    options.value = found;
    const by = openWay(found, draft.value.by);
    if (by !== draft.value.by) draft.value = { ...draft.value, by };
  };
  return { options, look };
};

/** Sends a draft and its files. @returns the id of its conversation */
const post = async (
  { call, uploads }: Needs,
  { id, addressee, by, subject, from, body }: ComposeDraft,
  files: readonly string[],
): Promise<string> => {
  if (!addressee) throw new RangeError('nobody was chosen');
  await uploads.settle(files);
  const reply = await call(startConversation, {
    body: {
      id,
      to: addressee.to,
      by,
      subject: by === 'mail' ? subject : '',
      body,
      ...(files.length && { attachments: [...files] }),
      ...(by === 'mail' && from && { from }),
    },
  });
  for (const file of files) uploads.remove(file);
  return reply.conversation.id;
};

export const createComposeModel = (inbox: Needs, target: ComposeTarget): ComposeModel => {
  const isSending = signal(false);
  const problem = signal<CallError | null>(null);
  const { draft, composer, change, files, forget } = createDraft(inbox, target, () => {
    problem.value = null;
  });
  const { options, look } = createOptions(inbox, draft);
  void look();
  const canSend = computed(() => {
    const { addressee, by, subject } = draft.value;
    const isReachable = addressee !== null && options.value?.to?.[by] === null;
    const isWhole = composer.canSend.value && (by === 'widget' || hasVisibleText(subject));
    return isReachable && isWhole && !isSending.value;
  });
  return {
    draft,
    options,
    composer,
    isPreviewed: signal(false),
    isSending,
    problem,
    canSend,
    choose(addressee) {
      change({ addressee });
      options.value = options.value && { ...options.value, to: null };
      void look();
    },
    set: change,
    async send() {
      if (!canSend.value) return false;
      isSending.value = true;
      try {
        const conversation = await post(inbox, draft.value, files());
        forget();
        inbox.open(conversation);
        return true;
      } catch (error) {
        problem.value = asCallError(error);
        // It may be refused for what was not known when it was begun.
        void look();
        return false;
      } finally {
        isSending.value = false;
      }
    },
    discard() {
      for (const { id } of composer.files.value) inbox.uploads.remove(id);
      forget();
    },
  };
};
