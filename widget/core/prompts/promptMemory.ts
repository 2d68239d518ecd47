import { newMemory } from '../../../shared/core/prompts/memory.ts';
import type { Memory } from '../../../shared/core/prompts/rules.ts';
import type { Host } from '../host.ts';
import { toJson } from '../net/json.ts';
import { createStore } from '../net/storage.ts';
import type { Trace } from './trace.ts';

export interface StoredMemory extends Memory {
  /** When a page was last looked at, and what led to the visit. */
  seen: number;
  pages: number;
  referrer: string;
  traces: Trace[];
}

/** Prompts a person has met, in the page until they act, then in their browser. */
export interface PromptMemory {
  readonly memory: StoredMemory;
  /** True for whoever acted, or let us. Blocked storage throws: nobody is known there. */
  mayKeep(): boolean;
  /** @param isAct the visitor did something: from here on they are remembered */
  keep(isAct?: boolean): void;
  /** Reads what another tab or page has added. */
  recall(): void;
}

export const createPromptMemory = (host: Host, seed = Math.random() * 2 ** 32): PromptMemory => {
  const store = createStore(`foyer:${host.site}:prompts`);
  const at = Date.now();
  const memory: StoredMemory = { ...newMemory(seed, at), seen: at, pages: 0, referrer: '', traces: [] };
  const read = (): StoredMemory | null => {
    try {
      return JSON.parse(store.read() ?? 'null');
    } catch {
      return null;
    }
  };
  const mayKeep = (): boolean => {
    try {
      return !!(host.consent || read() || localStorage[`foyer:${host.site}`]);
    } catch {
      return false;
    }
  };
  return {
    memory,
    mayKeep,
    keep(isAct) {
      if (isAct || mayKeep())
        store.write(toJson({ ...memory, traces: memory.traces.filter(({ loose }) => !loose) }));
    },
    recall() {
      const stored = read();
      const loose = memory.traces.filter((trace) => trace.loose);
      if (stored) Object.assign(memory, stored, { traces: [...stored.traces, ...loose] });
    },
  };
};
