import type { Exposure, ExposureOutcome, PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import { newId } from '../../../shared/core/ids.ts';
import type { Host } from '../host.ts';
import { toJson } from '../net/json.ts';
import type { PreparedPrompt, ShownPrompt } from './display.ts';
import { expose, present } from './due.ts';
import type { PromptMemory } from './promptMemory.ts';
import type { Trace } from './trace.ts';

/** Shows and counts prompts; loaded with the first that is due. */
export interface Tally {
  /** @param onGone it left the page */
  present(prompt: PublicPrompt, view: PreparedPrompt, store: PromptMemory, onGone: () => void): ShownPrompt;
  /** Holds a prompt back, to compare those who were not shown it. */
  hold(prompt: PublicPrompt, store: PromptMemory): void;
  outcome(id: string, outcome: ExposureOutcome['outcome']): void;
  /** Something was tracked: the traces whose goal it is are over. */
  reached(store: PromptMemory, event: string): void;
}

/** The pause before unsent counts are tried again, milliseconds. */
const retryPause = 15_000;

/** Called by the loader, once. */
export const start = ({ base, site, settings, language }: Host): Tally => {
  const unsent: [path: string, body: object][] = [];
  let waits = false;
  // One after the other: an outcome that overtook its exposure would be of nothing, and lost.
  let turn = Promise.resolve();
  const flush = async (): Promise<void> => {
    for (const item of unsent.splice(0)) {
      const { ok, status } = await fetch(`${base}/api/sites/${site}/${item[0]}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: toJson(item[1]),
        keepalive: true,
      }).catch(() => ({ ok: false, status: 0 }));
      // The same id changes nothing the second time.
      if (!ok && (!status || status === 429 || status > 499)) unsent.push(item);
    }
    if (!unsent.length || waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      turn = turn.then(flush, flush);
    }, retryPause);
  };
  const send = (path: string, body: object): void => {
    unsent.push([path, body]);
    turn = turn.then(flush, flush);
  };
  const outcome: Tally['outcome'] = (id, outcome) =>
    send(`exposures/${id}/outcome`, { outcome } satisfies ExposureOutcome);
  const counts = {
    outcome,
    expose(prompt: PublicPrompt, arm: Exposure['arm'], loose: boolean): Trace {
      const trace = { id: newId(), prompt: prompt.id, at: Date.now(), loose };
      send(`prompts/${prompt.id}/exposures`, {
        id: trace.id,
        arm,
        language,
      } satisfies Exposure);
      return trace;
    },
  };
  return {
    outcome,
    present: (...due) => present(counts, ...due),
    hold: (prompt, store) => void expose(counts, store, prompt, 'held'),
    reached({ memory, keep }, event) {
      memory.traces = memory.traces.filter(({ id, prompt, at }) => {
        // biome-ignore lint/style/noNonNullAssertion: the server adds this module only where there are prompts
        const goal = settings.prompts!.rules.find((rule) => rule.id === prompt)?.goal;
        const isReached = goal?.event === event && Date.now() - at <= goal.minutes * 60_000;
        if (isReached) outcome(id, 'goal');
        return !isReached;
      });
      keep();
    },
  };
};
