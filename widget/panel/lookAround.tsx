import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Surface } from '../core/context.ts';
import type { HomeSectionEntry } from '../core/feature.ts';

/** Signs that somebody looks around: most come to type, and pay nothing for what they don't look at. */
const signs = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

/** A part at the end of home. */
type Part = FunctionComponent<{ open(id: string): void }>;

/** Parts at the end of home, in its order; null where there is nothing for this visitor. */
const loaders: readonly ((surface: Surface) => Promise<Part | null>)[] = [
  async (surface) => (await import('../ask/topics/open.tsx')).openTopics(surface),
  async (surface) => (await import('../signIn/open.tsx')).openSignIn(surface),
];

/** A mark at the end of home that tells once that somebody looks around in the panel, or moves on by keyboard. */
const Lookout = ({ onSign }: { onSign(): void }) => {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const panel = mark.current?.closest('[role=dialog]');
    const ends = new AbortController();
    const listen = (event: Event): void => {
      if (event instanceof KeyboardEvent && event.key !== 'Tab') return;
      ends.abort();
      onSign();
    };
    for (const sign of signs) panel?.addEventListener(sign, listen, { signal: ends.signal, passive: true });
    return () => ends.abort();
  }, []);
  return <span ref={mark} hidden />;
};

/** The end of home, loaded for whoever looks around. Home does not wait for it. */
export const loadSection: HomeSectionEntry['loadSection'] = async (surface) => {
  const parts = signal<readonly Part[] | null>(null);
  const load = async (): Promise<void> => {
    // Home is whole without a part that could not be loaded, and the next opening tries again.
    const found = await Promise.all(loaders.map((loader) => loader(surface).catch(() => null)));
    parts.value = found.filter((part) => part !== null);
  };
  return {
    above: () => null,
    below(field) {
      const open = field?.open;
      if (!open) return null;
      return parts.value ? (
        parts.value.map((Part, place) => <Part key={place} open={open} />)
      ) : (
        <Lookout onSign={() => void load()} />
      );
    },
  };
};
