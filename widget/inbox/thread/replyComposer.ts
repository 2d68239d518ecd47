import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { postStaffTyping } from '../../../shared/inbox/routes.ts';
import { type Composer, createComposer } from '../../core/conversations/composer.tsx';
import { createTypingWord } from '../../core/conversations/typing.ts';
import type { Call } from '../../core/net/client.ts';
import type { Unsent } from '../../core/net/unsent.ts';
import type { Uploads } from '../../core/net/uploads.ts';
import { type CopyChoice, createCopies } from '../mail/copies.ts';
import type { Drafts, DraftContent } from './drafts.ts';
import type { Outgoing, StaffSending } from './outgoing.ts';
import type { Viewers } from './viewers.ts';

/** The composer of one person of the staff in one conversation: a reply or a private note. */
export interface ReplyComposer {
  composer: Composer;
  isNote: ReadonlySignal<boolean>;
  isPreviewed: Signal<boolean>;
  /** Whom a reply by email goes to besides the visitor. */
  copies: CopyChoice;
  /** Counts what was taken back: the field then gets the focus. */
  takenBack: ReadonlySignal<number>;
  choose(mode: 'reply' | 'note'): void;
  send(): void;
  /** Takes back what was not sent. */
  takeBack(item: Unsent<StaffSending>): void;
}

export const createReplyComposer = (
  given: { call: Call; uploads: Uploads; drafts: Drafts; outgoing: Outgoing; viewers: Viewers },
  conversation: string,
  half: DraftContent | null,
): ReplyComposer => {
  const { drafts, outgoing, viewers } = given;
  const isNote = signal(half?.visibility === 'note');
  const isPreviewed = signal(false);
  const takenBack = signal(0);
  const copies = createCopies(conversation);
  const text = signal(half?.body ?? '');
  const sayTyping = createTypingWord((typing) =>
    given.call(postStaffTyping, { path: { conversation }, body: { typing } }),
  );
  const visibility = (): 'public' | 'note' => (isNote.value ? 'note' : 'public');
  const composer = createComposer(conversation, given.uploads, {
    text,
    write(value) {
      text.value = value;
      drafts.save(conversation, { body: value, visibility: visibility() });
      viewers.write(value !== '');
      // A note is nobody's business but the colleagues'.
      if (!isNote.value) sayTyping(value !== '');
    },
  });
  const choose = (mode: 'reply' | 'note'): void => {
    isNote.value = mode === 'note';
    isPreviewed.value = false;
    if (text.value) drafts.save(conversation, { body: text.value, visibility: visibility() });
  };
  return {
    composer,
    isNote,
    isPreviewed,
    copies,
    takenBack,
    choose,
    send() {
      const taken = composer.take();
      isPreviewed.value = false;
      if (!taken) return;
      const mail = isNote.value ? undefined : copies.take();
      outgoing.send(conversation, { ...taken, visibility: visibility(), mail });
    },
    takeBack({ id, payload }) {
      outgoing.remove(id);
      // What was for colleagues alone stays so.
      choose(payload.body.visibility === 'note' ? 'note' : 'reply');
      copies.restore(payload.body.mail ?? {});
      composer.restore(payload.body.body, payload.files ?? []);
      takenBack.value++;
    },
  };
};
