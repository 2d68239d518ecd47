import { render } from 'preact';
import type { Surface } from '../../core/context.ts';
import type { Host, PanelHandle } from '../../core/host.ts';
import type {
  OnPromptOutcome,
  PreparedPrompt,
  PromptDisplay,
  ShownPrompt,
} from '../../core/prompts/display.ts';
import type { PromptControls, PromptEntry, PromptView } from '../../core/prompts/prompt.ts';
import type { Container } from '../container.ts';
import { keepInside } from '../../core/ui/keys.ts';
import { cross } from '../../core/ui/icons.ts';
import { Icon } from '../../core/ui/parts.tsx';
import { makeContainer, sideOf } from '../container.ts';
import { createSurface } from '../surface.ts';
import type { Widget } from '../widget.tsx';
import rules from './show.css?inline';

/** The frame around a prompt's own view, with its closing button. */
const Frame = (given: { view: PromptView; surface: Surface; side: string; controls: PromptControls }) => {
  const { view, surface, controls } = given;
  return (
    <>
      <section
        class={`prompt ${view.form} ${given.side}`}
        {...(view.form === 'modal' ? { role: 'dialog', 'aria-modal': true } : { role: 'region' })}
        aria-label={view.label}
        tabIndex={-1}
      >
        <button
          type="button"
          class="plain shut"
          aria-label={surface.context.texts.get('close')}
          onClick={controls.close}
        >
          <Icon path={cross} />
        </button>
        {view.render(controls)}
      </section>
      <p class="unseen" role="status">
        {surface.announcement}
      </p>
    </>
  );
};

/** Moves the container to the top layer: no transform and no z-index of the page reaches it. */
const raise = (element: HTMLElement, isModal: boolean): void => {
  try {
    if (isModal) element.classList.add('covers');
    element.popover = 'manual';
    element.showPopover();
  } catch {
    element.removeAttribute('popover');
  }
};

/** A prompt's own shadow root, which is not on the page yet. */
interface Stage {
  host: Host;
  panel: PanelHandle;
  element: HTMLElement;
  root: ShadowRoot;
  container: Container;
  surface: Surface;
}

const show = (stage: Stage, view: PromptView, onOutcome: OnPromptOutcome): ShownPrompt => {
  const { host, element, root, container, surface } = stage;
  const before = document.activeElement as HTMLElement | null;
  const isModal = view.form === 'modal';
  let isTaken = false;
  let isGone = false;
  const leave = (): void => {
    if (isGone) return;
    isGone = true;
    const hadFocus = root.activeElement !== null;
    unbind();
    container.remove();
    element.remove();
    if (hadFocus) before?.focus();
    onOutcome();
  };
  const controls: PromptControls = {
    acted() {
      if (!isTaken) onOutcome('acted');
      isTaken = true;
    },
    close() {
      if (!isTaken && !isGone) onOutcome('dismissed');
      leave();
    },
    open(target) {
      controls.acted();
      leave();
      void stage.panel.open(target);
    },
  };
  const unbind = keepInside(container.element, () => isModal, controls.close);
  host.root.prepend(element);
  render(<Frame view={view} surface={surface} side={sideOf(host)} controls={controls} />, container.element);
  raise(container.element, isModal);
  if (isModal) container.element.querySelector<HTMLElement>('.prompt')?.focus();
  // Announced, not focused: who reads on is not interrupted.
  else surface.announcement.value = view.label;
  return { leave };
};

/**
 * @param ready what surfaces are made of, once the texts are there
 * @param loadEntry loads the feature of a kind of prompt
 */
export const createPromptDisplay = (
  host: Host,
  panel: PanelHandle,
  ready: () => Promise<Pick<Widget, 'context'>>,
  loadEntry: (kind: string) => Promise<PromptEntry>,
): PromptDisplay => ({
  async load(prompt): Promise<PreparedPrompt | null> {
    const { context } = await ready();
    const element = document.createElement('div');
    const root = element.attachShadow({ mode: 'open' });
    const container = makeContainer(root, host, context.texts.direction);
    const surface = createSurface(context, root, container.element);
    surface.addStyles(rules);
    const view = await (await loadEntry(prompt.kind)).load(surface, prompt);
    if (!view) {
      container.remove();
      return null;
    }
    return {
      drop: container.remove,
      show: (onOutcome) => show({ host, panel, element, root, container, surface }, view, onOutcome),
    };
  },
  explain: async () => (await import('./debugger.tsx')).openDebugger(host),
});
