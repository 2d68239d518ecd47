import { type ReadonlySignal, signal } from '@preact/signals';
import type { Reaction } from '../../shared/announcements/kinds.ts';
import { getMarks, listAnnouncements, postMark, postView } from '../../shared/announcements/routes.ts';
import { newId } from '../../shared/core/ids.ts';
import type { Announcement } from '../../shared/announcements/schema.ts';
import { fits } from '../../shared/core/prompts/rules.ts';
import type { WidgetContext } from '../core/context.ts';

/** The news of the site in this browser: what there is, what was seen of it, what was thought. */
export interface AnnouncementsModel {
  list: ReadonlySignal<readonly Announcement[]>;
  seen: ReadonlySignal<ReadonlySet<string>>;
  reactions: ReadonlySignal<Readonly<Record<string, Reaction>>>;
  followed: ReadonlySignal<ReadonlySet<string>>;
  load(): Promise<void>;
  /** It was really in view. Kept on the server for who is known; in memory for who is not. */
  see(id: string): void;
  react(id: string, reaction: Reaction): Promise<void>;
  follow(id: string, email: string): Promise<void>;
}

export const createAnnouncements = (context: WidgetContext): AnnouncementsModel => {
  const list = signal<readonly Announcement[]>([]);
  const seen = signal<ReadonlySet<string>>(new Set());
  const reactions = signal<Readonly<Record<string, Reaction>>>({});
  const followed = signal<ReadonlySet<string>>(new Set());
  const { session, texts } = context;
  const { language } = texts;
  const mark = (id: string, more: { reaction?: Reaction; follow?: { email?: string } } = {}) =>
    session.call(postMark, { path: { announcement: id }, body: { ...more, language } });
  return {
    list,
    seen,
    reactions,
    followed,
    async load() {
      const [{ announcements }, marks] = await Promise.all([
        context.call(listAnnouncements, { query: { language, page: location.href.slice(0, 2_000) } }),
        session.isKnown ? session.call(getMarks, {}).catch(() => null) : null,
      ]);
      const attributes = context.who()?.attributes ?? {};
      list.value = announcements.filter((one) => one.attributes.every((test) => fits(test, attributes)));
      if (!marks) return;
      seen.value = new Set([...seen.value, ...marks.seen]);
      reactions.value = marks.reactions;
      followed.value = new Set(marks.followed);
    },
    see(id) {
      if (seen.value.has(id)) return;
      seen.value = new Set([...seen.value, id]);
      // Lost, it is seen again the next time: nobody is told off for it.
      // Who isn't known is counted, and nothing is kept of them.
      const reply = session.isKnown
        ? mark(id)
        : context.call(postView, { path: { announcement: id }, body: { id: newId(), language } });
      void reply.catch(() => {});
    },
    async react(id, reaction) {
      const before = reactions.value;
      reactions.value = { ...before, [id]: reaction };
      try {
        session.begin();
        await mark(id, { reaction });
      } catch (error) {
        reactions.value = before;
        throw error;
      }
    },
    async follow(id, email) {
      session.begin();
      await mark(id, { follow: email ? { email } : {} });
      followed.value = new Set([...followed.value, id]);
    },
  };
};
