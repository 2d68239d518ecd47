import type { Busy, Moment } from '../../../shared/core/prompts/rules.ts';
import type { Host } from '../host.ts';
import type { StoredMemory } from './promptMemory.ts';

const second = 1_000;

/** The page's own dialogs. */
const dialogs = 'dialog[open],[aria-modal=true]';

const isTouch = (): boolean => matchMedia('(pointer:coarse)').matches;

const readDevice = (): Moment['device'] =>
  !isTouch() ? 'desktop' : Math.min(screen.width, screen.height) < 600 ? 'phone' : 'tablet';

/** Listens on a target for as long as prompts are watched; what goes wrong there never reaches the page. */
export type Listen = (target: EventTarget, names: string, onEvent: (event: never) => void) => void;

/** The visit to a page: what the visitor does there, as the rules ask for it. */
export interface Visit {
  /** @param busy something of ours is open, or on its way */
  moment(busy: Busy | ''): Moment;
  /** Counts a page that was gone on to without being loaded. */
  turn(): void;
  /** Counts a second in view of the visitor. */
  tick(): void;
}

/** The page's or its visitor's own business. @param sinceTyped milliseconds since a key went into `field` */
const busyPage = ({ quiet, root }: Host, sinceTyped: number, field: Element | null): Busy | '' =>
  sinceTyped < 4 * second || (field?.matches(':focus') && sinceTyped < 60 * second)
    ? 'typing'
    : document.querySelector(dialogs)
      ? 'dialog'
      : quiet || (root.host as HTMLElement).hidden
        ? 'quiet'
        : (navigator as { connection?: { saveData?: boolean } }).connection?.saveData
          ? 'saveData'
          : '';

/** @param onLeave the visitor seems about to leave */
export const watchVisit = (host: Host, memory: StoredMemory, listen: Listen, onLeave: () => void): Visit => {
  const { settings } = host;
  // biome-ignore lint/style/noNonNullAssertion: the server adds this module only where there are prompts
  const { turnsAt, open } = settings.prompts!;
  const now = Date.now;
  let url = '';
  let seconds = 0;
  let touchedAt = now();
  let typedAt = 0;
  let field: Element | null = null;
  let exitAt = 0;
  let max = 0;
  let highest = 0;

  const leave = (): void => {
    exitAt = now();
    onLeave();
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
    if (!document.hidden && isTouch()) leave();
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

  return {
    moment: (busy) => ({
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
      busy: busy || busyPage(host, now() - typedAt, field),
    }),
    turn() {
      // Not of `location`: that costs every page some kilobytes of memory.
      if (url === document.URL) return;
      url = document.URL;
      seconds = exitAt = max = 0;
      memory.pages++;
      touchedAt = now();
    },
    tick() {
      if (document.hasFocus()) seconds++;
      highest = Math.max(scrollY + innerHeight, highest - 400);
    },
  };
};
