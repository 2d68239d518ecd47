import { render } from 'preact';
import type { PromptKind, PublicPrompt } from '../../../shared/core/prompts/kinds.ts';
import type { Host, PanelHandle } from '../host.ts';
import { cross } from '../icons.ts';
import { keepInside } from '../keys.ts';
import { makeContainer, sideOf } from '../panel.tsx';
import { createSurface } from '../surface.ts';
import { Icon } from '../ui/parts.tsx';
import type { PromptDoor } from './door.ts';
import rules from './show.css?inline';

/** Hears what became of a prompt, and, with nothing, that it is gone. */
export type Hearing = (outcome?: 'acted' | 'dismissed') => void;

/** A prompt on the page. */
export interface Shown {
  /** Takes it away without calling it a dismissal: something else came in its place. */
  leave(): void;
}

/** A prompt that is fetched and not to be seen yet. */
export interface Ready {
  show(hear: Hearing): Shown;
  drop(): void;
}

export interface Show {
  load: typeof load;
  explain(host: Host): Promise<void>;
}

const doors: Record<PromptKind, () => Promise<PromptDoor>> = {
  invitation: () => import('../../invitations/prompt.tsx'),
  survey: () => import('../../nps/prompt.tsx'),
  announcement: () => import('../../announcements/prompt.tsx'),
};

/**
 * Fetches everything that a prompt needs, and draws nothing yet.
 * @returns null when it may not be shown after all
 */
export const load = async (host: Host, panel: PanelHandle, prompt: PublicPrompt): Promise<Ready | null> => {
  const { visit } = await panel.ready();
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'open' });
  const { container, end } = makeContainer(root, host, visit.texts.direction);
  const surface = createSurface(visit, root, container);
  surface.addStyles(rules);
  const view = await (await doors[prompt.kind]?.())?.load(surface, prompt);
  if (!view) {
    end();
    return null;
  }
  return {
    drop: end,
    show(hear) {
      const before = document.activeElement as HTMLElement | null;
      const isModal = view.form === 'modal';
      let isTaken = false;
      let isGone = false;
      const leave = (): void => {
        if (isGone) return;
        isGone = true;
        const hadFocus = root.activeElement !== null;
        unbind();
        end();
        element.remove();
        if (hadFocus) before?.focus();
        hear();
      };
      const acted = (): void => {
        if (!isTaken) hear('acted');
        isTaken = true;
      };
      const close = (): void => {
        if (!isTaken && !isGone) hear('dismissed');
        leave();
      };
      const unbind = keepInside(container, () => isModal, close);
      host.root.prepend(element);
      render(
        <>
          <section
            class={`prompt ${view.form} ${sideOf(host)}`}
            {...(isModal ? { role: 'dialog', 'aria-modal': true } : { role: 'region' })}
            aria-label={view.label}
            tabIndex={-1}
          >
            <button type="button" class="plain shut" aria-label={visit.texts.say('close')} onClick={close}>
              <Icon path={cross} />
            </button>
            {view.render({
              acted,
              close,
              open(place) {
                acted();
                leave();
                void panel.open(place);
              },
            })}
          </section>
          <p class="unseen" role="status">
            {surface.announcement}
          </p>
        </>,
        container,
      );
      const frame = container.querySelector<HTMLElement>('.prompt')!;
      try {
        // The top layer: no transform and no z-index of the page reaches it.
        if (isModal) container.classList.add('covers');
        container.popover = 'manual';
        container.showPopover();
      } catch {
        container.removeAttribute('popover');
      }
      if (isModal) frame.focus();
      // Said, not pushed: who reads on is not interrupted.
      else surface.announcement.value = view.label;
      return { leave };
    },
  };
};

/** Opens what tells the owner why something is, or is not, shown on this page. */
export const explain = async (host: Host): Promise<void> =>
  (await import('./debugger.tsx')).openDebugger(host);
