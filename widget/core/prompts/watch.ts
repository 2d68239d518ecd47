import type { PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import { visitEnds } from '../../../shared/core/prompts/memory.ts';
import { isHeld, type Moment, pickPrompt, reasonsAgainst } from '../../../shared/core/prompts/rules.ts';
import type { Host, PanelHandle } from '../host.ts';
import { fail, safely, whenReady } from '../ready.ts';
import { holdBefore } from './before.ts';
import type { PromptDisplay, ShownPrompt } from './display.ts';
import { createPromptMemory, type PromptMemory } from './promptMemory.ts';
import type { Tally } from './tally.ts';
import { type Listen, watchVisit } from './visit.ts';

/*
 * Comes with the settings where something may be shown unasked, looks at what the visitor does, and asks the rules.
 * Until something is due it asks nothing of the network and stores nothing.
 */

const loadDisplay = async (host: Host): Promise<PromptDisplay> => {
  const panel: PanelHandle = await host.load(host.settings.panel);
  return panel.prompts();
};

/** Called with the settings, before the page has its launcher. */
export const watch = (host: Host): void => whenReady(host, start);

/** The prompts of a page: one at a time is judged, and handed to what shows and counts it. */
const createPrompts = (host: Host, store: PromptMemory, signal: AbortSignal, now: () => Moment) => {
  // biome-ignore lint/style/noNonNullAssertion: the server adds this module only where there are prompts
  const { budget, rules, tally } = host.settings.prompts!;
  const { memory, recall } = store;
  let shown: ShownPrompt | null = null;
  let isLoading = false;

  const quietly = (doing: Promise<unknown>): void => void doing.catch((error) => fail(host, error));
  const loadTally = (): Promise<Tally> => host.load(tally);
  const isDue = (prompt: PublicPrompt): boolean =>
    !signal.aborted && !reasonsAgainst(prompt, budget, now(), memory).length;

  const take = async (prompt: PublicPrompt): Promise<void> => {
    isLoading = true;
    const held = isHeld(prompt, memory);
    try {
      const [tally, view] = await Promise.all([
        loadTally(),
        held ? null : loadDisplay(host).then((display) => display.load(prompt)),
      ]);
      isLoading = false;
      recall();
      if (held) tally.hold(prompt, store);
      // What was fetched took its time: it may have become untimely.
      else if (!view || !isDue(prompt)) view?.drop();
      else
        shown = tally.present(prompt, view, store, () => {
          shown = null;
        });
    } catch (error) {
      // What cannot be drawn is not tried again on this page view.
      rules.length = 0;
      throw error;
    } finally {
      isLoading = false;
    }
  };

  return {
    quietly,
    isShowing: (): boolean => !!shown || isLoading,
    leave: (): void => shown?.leave(),
    look(): void {
      const prompt = pickPrompt(rules, budget, now(), memory);
      if (!prompt) return;
      recall();
      if (isDue(prompt)) quietly(take(prompt));
    },
    track(name: string): void {
      recall();
      if (memory.traces.length) quietly(loadTally().then((tally) => tally.reached(store, name)));
    },
  };
};

const start = (host: Host): void => {
  const { settings, root } = host;
  // biome-ignore lint/style/noNonNullAssertion: the server adds this module only where there are prompts
  const { budget, rules, seed } = settings.prompts!;
  const store = createPromptMemory(host, seed);
  const { memory, keep, recall } = store;
  const ends = new AbortController();
  const { signal } = ends;
  let isOpen = false;

  const listen: Listen = (target, names, onEvent) => {
    for (const name of names.split(' '))
      target.addEventListener(name, (event) => safely(host, () => onEvent(event as never)), {
        passive: true,
        capture: true,
        signal,
      });
  };
  const moment = (): Moment => visit.moment(isOpen ? 'panel' : prompts.isShowing() ? 'showing' : '');
  const prompts = createPrompts(host, store, signal, moment);
  const look = (): void => {
    visit.turn();
    // Nothing comes before: until then there is nothing to judge.
    if (moment().seconds >= budget.leastSeconds) prompts.look();
  };
  const visit = watchVisit(host, memory, listen, look);

  listen(root.host, 'foyer:open', () => {
    isOpen = true;
    prompts.leave();
  });
  listen(root.host, 'foyer:close', () => {
    isOpen = false;
  });
  listen(root.host, 'foyer:track', ({ detail }: CustomEvent) => {
    prompts.track(detail.name);
    look();
  });
  listen(window, 'pagehide', () => keep());

  recall();
  if (Date.now() - memory.seen > visitEnds) {
    memory.session = Date.now();
    memory.pages = 0;
    memory.referrer = '';
  }
  if (!document.referrer.startsWith(origin)) memory.referrer = document.referrer;
  else if (!memory.pages) memory.pages = holdBefore(rules, budget, visit.moment(''), memory);
  visit.turn();
  keep();

  const clock = setInterval(() => {
    if (document.hidden) return;
    memory.seen = Date.now();
    visit.tick();
    safely(host, look);
  }, 1_000);
  listen(root.host, 'foyer:destroy', () => {
    clearInterval(clock);
    prompts.leave();
    ends.abort();
  });

  host.prompts = {
    moment,
    memory: () => memory,
    forget() {
      memory.shown = [];
      memory.dismissed = {};
      keep();
    },
  };
  if (document.URL.endsWith('#foyer-prompts'))
    prompts.quietly(loadDisplay(host).then((display) => display.explain()));
};
