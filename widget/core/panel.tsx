import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import type { Feature, FeatureDoor } from './feature.ts';
import type { Host, PanelHandle } from './host.ts';
import { loadTexts } from './i18n.ts';
import { hearEvents } from './hear.ts';
import { loadOwnTexts } from './ownTexts.ts';
import { keepInside, quietKeys } from './keys.ts';
import { followViewport } from './viewport.ts';
import { Shell } from './Shell.tsx';
import base from './base.css?inline';
import rules from './panel.css?inline';
import { addStyles } from './styles.ts';
import { createSurface, isTouched } from './surface.ts';
import { applyTheme } from './theme.ts';
import { createVisit } from './visit.ts';

const kinds = { chat: () => import('../chat/index.ts'), callback: () => import('../callbacks/index.ts') };
const loadAsk = (): Promise<FeatureDoor> => import('../ask/index.ts');
const loadNps = (): Promise<FeatureDoor> => import('../nps/index.tsx');

interface Container {
  container: HTMLElement;
  /** Puts the theme on it anew. */
  dress(): void;
  end(): void;
}

/** Makes the element that a surface is drawn into. */
export const makeContainer = (root: ShadowRoot, host: Host, direction: string): Container => {
  const container = document.createElement('div');
  container.className = 'foyer';
  container.dir = direction;
  container.lang = host.language;
  addStyles(root, base + rules, host.nonce);
  root.append(container);
  const theme = applyTheme(container, () => host.settings);
  const unquiet = quietKeys(container);
  const unhear = hearEvents(root);
  return {
    container,
    dress: theme.apply,
    end() {
      render(null, container);
      theme.end();
      unquiet();
      unhear();
      container.remove();
    },
  };
};

/** Physical edge that the launcher sits at: its position is meant in the page's direction, not in ours. */
export const sideOf = ({ settings, root }: Host): 'left' | 'right' =>
  (settings.theme.position === 'end') === (getComputedStyle(root.host).direction === 'rtl')
    ? 'left'
    : 'right';

/** Everything that waits for the locale. */
const build = async (host: Host, undo: (() => void)[], restart: () => Promise<void>) => {
  const { settings, root, launcher } = host;
  const texts = await loadTexts(host.language, await loadOwnTexts(host));
  const visit = createVisit({ ...host, texts, who: () => host.identity, kinds });
  const isOpen = signal(false);
  /** Counts changes of the theme. */
  const dressed = signal(0);
  // A root of its own: the launcher's rules and the panel's do not meet.
  const element = document.createElement('div');
  const ownRoot = element.attachShadow({ mode: 'open' });
  root.prepend(element);
  const { container, dress, end } = makeContainer(ownRoot, host, texts.direction);
  const surface = createSurface(visit, ownRoot, container, isOpen);
  const ask = signal<Feature | null>(null);

  undo.push(
    () => visit.dispose(),
    () => ask.value?.dispose(),
    end,
    () => element.remove(),
    hearEvents(root),
    effect(() => {
      const part = visit.follow.value;
      return part?.drawBadge(host, visit, part.model, dressed);
    }),
    effect(() => {
      void dressed.value;
      dress();
    }),
  );

  const resume = async (): Promise<void> => {
    if (host.identity && (await (await import('./follow/introduce.ts')).introduce(visit, host.identity)))
      return restart();
    if (visit.session.isKnown) await (await visit.loadFollow()).model.begin();
  };

  /** The launcher says whether it opens or closes. */
  const showOpen = (): void => {
    launcher.ariaExpanded = `${isOpen.value}`;
  };

  showOpen();

  const close = (): void => {
    if (!isOpen.value) return;
    const hadFocus = ownRoot.activeElement !== null;
    isOpen.value = false;
    render(null, container);
    launcher.hidden = false;
    if (hadFocus) launcher.focus();
    showOpen();
    host.emit('close');
  };

  const pressEscape = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') close();
  };
  const ends = new AbortController();
  launcher.addEventListener('keydown', pressEscape, ends);
  root.host.addEventListener('foyer:hide', close, ends);

  const viewport = followViewport(container);
  undo.push(
    viewport.end,
    () => ends.abort(),
    keepInside(container, () => viewport.isSheet.value && isOpen.value, close),
    effect(() => {
      void dressed.value;
      if (!isOpen.value) return;
      launcher.hidden = viewport.isSheet.value;
      render(
        <Shell
          surface={surface}
          ask={ask.value}
          isSheet={viewport.isSheet.value}
          side={sideOf(host)}
          onClose={close}
        />,
        container,
      );
    }),
  );

  host.moved = () => container.querySelector<HTMLElement>('.panel')?.showPopover?.();

  return {
    visit,
    resume,
    close,
    isOpen,
    dressed,
    async open(view?: string) {
      if (view) surface.conversation.value = view === 'home' ? null : view;
      if (settings.features.ask && !ask.value) {
        const door = await loadAsk();
        ask.value ??= door.open(surface);
      }
      void Promise.all([
        resume(),
        settings.news && import('../announcements/index.tsx').then((part) => part.begin(surface)),
      ]).catch(() => {});
      if (isOpen.value) return;
      isOpen.value = true;
      showOpen();
      host.emit('open');
      if (isTouched()) container.querySelector<HTMLElement>('.panel')?.focus();
      else surface.focusStart();
    },
  };
};

/** Called by the loader, once. */
export const start = (host: Host): PanelHandle => {
  const undo: (() => void)[] = [];
  /** What is drawn into elements of the page, and drawn again after a restart. */
  const drawings = new Set<() => Promise<void>>();
  let gone = false;
  let built: ReturnType<typeof build> | undefined;
  const ready = () =>
    (built ??= build(host, undo, restart).catch((error) => {
      built = undefined;
      throw error;
    }));

  const undoAll = (): void => {
    for (const end of undo.splice(0).reverse()) end();
  };

  /** Everything anew: another visitor, another language. What was open is open again. */
  const restart = async (): Promise<void> => {
    const before = await built;
    const wasOpen = before?.isOpen.value;
    before?.close();
    undoAll();
    built = undefined;
    if (gone) return;
    if (wasOpen) await (await ready()).open();
    await Promise.all([...drawings].map((draw) => draw()));
  };

  // What is needed next comes while the pointer is still on its way.
  void ready().catch(() => {});
  if (host.settings.features.ask) void loadAsk().catch(() => {});

  return {
    ready,
    prompts: () => import('./prompts/show.tsx'),
    open: async (view) => (await ready()).open(view),
    async toggle() {
      const now = await ready();
      return now.isOpen.value ? now.close() : now.open();
    },
    close: async () => (await built)?.close(),
    resume: async () => (await ready()).resume(),
    inline(element) {
      let end: (() => void) | undefined;
      const draw = async (): Promise<void> => {
        const [now, door, { drawInline }] = await Promise.all([
          ready(),
          element.localName === 'foyer-nps' ? loadNps() : loadAsk(),
          import('./inline.tsx'),
        ]);
        if (gone || !drawings.has(draw)) return;
        end = drawInline(element, now, door, (root) => makeContainer(root, host, now.visit.texts.direction));
        undo.push(end);
        await now.resume();
      };
      drawings.add(draw);
      void draw().catch(() => {});
      return () => {
        drawings.delete(draw);
        end?.();
      };
    },
    async refresh() {
      const now = await built;
      if (!now) return;
      if (now.visit.texts.language !== host.language) return restart();
      now.dressed.value++;
    },
    async become() {
      const now = await ready();
      if (host.identity) return now.resume();
      const ended = (await import('./follow/introduce.ts')).leave(now.visit);
      // What is on screen goes at once, whatever the line does.
      await restart();
      await ended;
    },
    destroy() {
      gone = true;
      undoAll();
    },
  };
};
