import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { HomeSectionEntry } from '../../core/feature.ts';

/** Signs that somebody looks around: most come to type, and pay nothing for what they don't look at. */
const signs = ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const;

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

/** Articles and questions by topic, at the end of home, loaded for whoever looks around. Home does not wait for them. */
export const loadSection: HomeSectionEntry['loadSection'] = async (surface) => {
  const browse = signal<ComponentType<{ open(id: string): void }> | null>(null);
  const load = async (): Promise<void> => {
    try {
      const { openTopics } = await import('./open.tsx');
      browse.value = openTopics(surface);
    } catch {
      // Home is whole without it, and the next opening tries again.
    }
  };
  return {
    above: () => null,
    below(field) {
      const Browse = browse.value;
      if (!field?.open) return null;
      return Browse ? <Browse open={field.open} /> : <Lookout onSign={() => void load()} />;
    },
  };
};
