import type { PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import { newMemory, remember, visitEnds } from '../../../shared/core/prompts/memory.ts';
import {
  type Busy,
  isHeld,
  type Memory,
  type Moment,
  pickPrompt,
  reasonsAgainst,
} from '../../../shared/core/prompts/rules.ts';
import type { Host, PanelHandle } from '../host.ts';
import { toJson } from '../net/json.ts';
import { fail, safely, whenReady } from '../ready.ts';
import { createStore } from '../net/storage.ts';
import { holdBefore } from './before.ts';
import type { PromptDisplay, ShownPrompt } from './display.ts';
import type { Tally, Trace } from './tally.ts';

/*
 * Comes with the settings where something may be shown unasked, looks at what the visitor does, and asks the rules.
 * Until something is due it asks nothing of the network and stores nothing.
 */

interface StoredMemory extends Memory {
  /** When a page was last looked at, and what led to the visit. */
  seen: number;
  pages: number;
  referrer: string;
  traces: Trace[];
}

const second = 1_000;

/** What is open over the page, of the page's own. */
const dialogs = 'dialog[open],[aria-modal=true]';

const isTouch = (): boolean => matchMedia('(pointer:coarse)').matches;

const readDevice = (): Moment['device'] =>
  !isTouch() ? 'desktop' : Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet';

const loadDisplay = async (host: Host): Promise<PromptDisplay> => {
  const panel: PanelHandle = await host.load(host.settings.panel);
  return panel.prompts();
};

/** Called with the settings, before the page has its launcher. */
export const watch = (host: Host): void => whenReady(host, start);

const start = (host: Host): void => {
  const { site, settings, root } = host;
  // biome-ignore lint/style/noNonNullAssertion: the server adds this module only where there are prompts
  const { budget, rules, seed, turnsAt, open, tally: tallyPath } = settings.prompts!;
  const element = root.host as HTMLElement;
  const store = createStore(`foyer:${site}:prompts`);
  const now = Date.now;
  const ends = new AbortController();
  const { signal } = ends;

  const read = (): StoredMemory | null => {
    try {
      return JSON.parse(store.read() ?? 'null');
    } catch {
      return null;
    }
  };
  /** True for whoever acted, or let us. Blocked storage throws: nobody is known there. */
  const mayKeep = (): boolean => {
    try {
      return !!(host.consent || read() || localStorage[`foyer:${site}`]);
    } catch {
      return false;
    }
  };

  let memory: StoredMemory = {
    ...newMemory(seed ?? Math.random() * 2 ** 32, now()),
    seen: now(),
    pages: 0,
    referrer: '',
    traces: [],
  };
  let url = '';
  let seconds = 0;
  let touchedAt = now();
  let typedAt = 0;
  let field: Element | null = null;
  let exitAt = 0;
  let max = 0;
  let highest = 0;
  let isOpen = false;
  let shown: ShownPrompt | null = null;
  let isLoading = false;

  /** @param isAct the visitor did something: from here on they are remembered */
  const keep = (isAct?: boolean): void => {
    if (isAct || mayKeep())
      store.write(toJson({ ...memory, traces: memory.traces.filter(({ loose }) => !loose) }));
  };
  /** What another tab or page has added. */
  const recall = (): void => {
    const stored = read();
    if (!stored) return;
    const { traces } = memory;
    memory = { ...stored, traces: [...stored.traces, ...traces.filter(({ loose }) => loose)] };
  };

  const quietly = (doing: Promise<unknown>): void => void doing.catch((error) => fail(host, error));
  const loadTally = (): Promise<Tally> => host.load(tallyPath);

  /** It became due: what is counted of it, by an id that leads to nobody. */
  const expose = async (prompt: PublicPrompt, held: boolean) => {
    // At once, and kept: whoever is quicker than what counts it is remembered all the same.
    remember(memory, prompt, now(), held);
    keep();
    const loose = !mayKeep();
    const tally = await loadTally();
    const trace = tally.expose(prompt, held ? 'held' : 'shown', loose);
    if (prompt.goal) {
      memory.traces = [...memory.traces, trace].slice(-20);
      keep();
    }
    return (outcome: 'acted' | 'dismissed') => tally.outcome(trace.id, outcome);
  };

  const newPage = (): void => {
    // Not of `location`: that costs every page some kilobytes of memory.
    if (url === document.URL) return;
    url = document.URL;
    seconds = exitAt = max = 0;
    memory.pages++;
    touchedAt = now();
  };

  const busy = (): Busy | '' =>
    isOpen
      ? 'panel'
      : shown || isLoading
        ? 'showing'
        : now() - typedAt < 4 * second || (field?.matches(':focus') && now() - typedAt < 60 * second)
          ? 'typing'
          : document.querySelector(dialogs)
            ? 'dialog'
            : host.quiet || element.hidden
              ? 'quiet'
              : (navigator as { connection?: { saveData?: boolean } }).connection?.saveData
                ? 'saveData'
                : '';

  const moment = (): Moment => ({
    now: now(),
    url,
    referrer: memory.referrer,
    language: host.language,
    device: readDevice(),
    seconds,
    idle: (now() - touchedAt) / second,
    scroll: max,
    exit: now() - exitAt < 2 * second,
    pagesSeen: memory.pages,
    tracked: host.tracked ?? [],
    attributes: host.identity?.attributes ?? {},
    open: open !== !!(turnsAt && now() >= turnsAt),
    online: settings.open,
    busy: busy(),
  });

  const present = async (prompt: PublicPrompt): Promise<void> => {
    isLoading = true;
    try {
      const view = await (await loadDisplay(host)).load(prompt);
      isLoading = false;
      recall();
      // What was fetched took its time: it may have become untimely.
      if (!view || signal.aborted || reasonsAgainst(prompt, budget, moment(), memory).length)
        return view?.drop();
      const counting = expose(prompt, false);
      shown = view.show((outcome) => {
        if (!outcome) shown = null;
        else {
          recall();
          if (outcome === 'dismissed') memory.dismissed[prompt.id] = now();
          // Either is to act: that it stays away is what they asked for.
          keep(true);
          quietly(counting.then((count) => count(outcome)));
        }
      });
      await counting;
    } catch (error) {
      // What cannot be drawn is not tried again on this page view.
      rules.length = 0;
      throw error;
    } finally {
      isLoading = false;
    }
  };

  const look = (): void => {
    newPage();
    // Nothing comes before: until then there is nothing to judge.
    const prompt = seconds >= budget.leastSeconds && pickPrompt(rules, budget, moment(), memory);
    if (!prompt) return;
    recall();
    if (reasonsAgainst(prompt, budget, moment(), memory).length) return;
    quietly(isHeld(prompt, memory) ? expose(prompt, true) : present(prompt));
  };
  const listen = (target: EventTarget, names: string, onEvent: (event: never) => void): void => {
    for (const name of names.split(' '))
      target.addEventListener(name, (event) => safely(host, () => onEvent(event as never)), {
        passive: true,
        capture: true,
        signal,
      });
  };
  const leave = (): void => {
    exitAt = now();
    look();
  };

  listen(window, 'pointerdown pointermove keydown wheel touchstart', () => {
    touchedAt = now();
  });
  listen(window, 'input', (event: Event) => {
    touchedAt = typedAt = now();
    field = event.composedPath()[0] as Element;
  });
  listen(document, 'mouseout', ({ relatedTarget, clientY }: MouseEvent) => {
    if (!relatedTarget && clientY <= 0) leave();
  });
  listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'visible' && isTouch()) leave();
  });
  listen(window, 'scroll', () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const place = scrollY + clientHeight;
    touchedAt = now();
    max = Math.max(max, (place / scrollHeight) * 100);
    // Where there is no pointer to leave with: a quick way back up.
    if (place > highest) highest = place;
    else if (highest - place > 400 && isTouch()) {
      highest = place;
      leave();
    }
  });
  listen(element, 'foyer:open', () => {
    isOpen = true;
    shown?.leave();
  });
  listen(element, 'foyer:close', () => {
    isOpen = false;
  });
  listen(element, 'foyer:track', ({ detail }: CustomEvent) => {
    recall();
    if (memory.traces.length)
      quietly(
        loadTally().then((tally) => {
          memory.traces = tally.reached(memory.traces, detail.name);
          keep();
        }),
      );
    look();
  });

  listen(window, 'pagehide', () => keep());

  recall();
  if (now() - memory.seen > visitEnds) {
    memory.session = now();
    memory.pages = 0;
    memory.referrer = '';
  }
  if (!document.referrer.startsWith(origin)) memory.referrer = document.referrer;
  else if (!memory.pages) memory.pages = holdBefore(rules, budget, moment(), memory);
  newPage();
  keep();

  const clock = setInterval(() => {
    if (document.visibilityState !== 'visible') return;
    if (document.hasFocus()) seconds++;
    memory.seen = now();
    highest = Math.max(scrollY + innerHeight, highest - 400);
    safely(host, look);
  }, second);
  listen(element, 'foyer:destroy', () => {
    clearInterval(clock);
    shown?.leave();
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
  if (url.endsWith('#foyer-prompts')) quietly(loadDisplay(host).then((display) => display.explain()));
};
