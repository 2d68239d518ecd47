import { type ReadonlySignal, signal } from '@preact/signals';
import { viewingHolds, type ViewingSignal } from '../../../shared/inbox/events.ts';

/** A colleague who looks at a conversation. */
export interface Viewer {
  id: string;
  name: string;
  isWriting: boolean;
}

/** The colleagues at each conversation; who says nothing any more is forgotten. */
export const createOtherViewers = () => {
  const viewers = signal<Readonly<Record<string, readonly Viewer[]>>>({});
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const forget = (conversation: string, id: string): void => {
    clearTimeout(timers.get(`${conversation} ${id}`));
    const left = (viewers.value[conversation] ?? []).filter((viewer) => viewer.id !== id);
    viewers.value = { ...viewers.value, [conversation]: left };
  };
  return {
    of: viewers as ReadonlySignal<Readonly<Record<string, readonly Viewer[]>>>,
    take({ conversation, by, state }: ViewingSignal['data']): void {
      forget(conversation, by.id);
      if (state === 'left') return;
      const others = viewers.value[conversation] ?? [];
      viewers.value = {
        ...viewers.value,
        [conversation]: [...others, { ...by, isWriting: state === 'writing' }],
      };
      timers.set(
        `${conversation} ${by.id}`,
        setTimeout(() => forget(conversation, by.id), viewingHolds),
      );
    },
    dispose(): void {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
};
