import type { ReadonlySignal } from '@preact/signals';
import { useLocalSignal } from '../core/ui/hooks.ts';

export type CardKind = 'transcript' | 'contact' | 'report';

/** The card that is open in a chat, and what came of the last one. */
export interface OpenCard {
  kind: ReadonlySignal<CardKind | null>;
  /** Text of what was done last. */
  done: ReadonlySignal<string>;
  open(kind: CardKind): void;
  close(): void;
  finish(words: string): void;
  /** Puts the card away without a word to anybody. */
  hide(): void;
  /** No card, and nothing that was done. */
  clear(): void;
}

/** @param onClose told when a card was closed or its work is done */
export const useCard = (onClose: () => void): OpenCard => {
  const kind = useLocalSignal<CardKind | null>(null);
  const done = useLocalSignal('');
  const close = (): void => {
    kind.value = null;
    onClose();
  };
  return {
    kind,
    done,
    close,
    open(which) {
      done.value = '';
      kind.value = which;
    },
    finish(words) {
      done.value = words;
      close();
    },
    hide() {
      kind.value = null;
    },
    clear() {
      kind.value = null;
      done.value = '';
    },
  };
};
