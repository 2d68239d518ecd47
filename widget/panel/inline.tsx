import { effect } from '@preact/signals';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import rules from './inline.css?inline';
import { Boundary } from './Boundary.tsx';
import type { Surface } from '../core/context.ts';
import type { Feature, FeatureEntry } from '../core/feature.ts';
import { chevronStart } from '../core/ui/icons.ts';
import type { Container } from './container.ts';
import { createSurface } from './surface.ts';
import type { Widget } from './widget.tsx';
import { Icon } from '../core/ui/parts.tsx';

const Inline = ({ surface, feature }: { surface: Surface; feature: Feature }) => {
  const { texts, conversations } = surface.context;
  const id = surface.conversation.value;
  const part = conversations.value;
  const title = feature.title.value;
  const drawn = useRef(false);
  useLayoutEffect(() => {
    // Not when it first appears: the reader is somewhere else on the page.
    if (drawn.current) surface.focusStart();
    drawn.current = true;
  }, [id ?? title]);
  return (
    <div class="inline">
      {(id || title) && (
        <button
          type="button"
          class="text"
          onClick={() => {
            if (id) surface.conversation.value = null;
            else feature.back();
          }}
        >
          <Icon path={chevronStart} turns />
          {texts.get('back')}
        </button>
      )}
      <Boundary instead={texts.get('somethingBroke')}>
        {id && part ? <part.ThreadView key={id} surface={surface} id={id} /> : feature.render()}
      </Boundary>
      <p class="unseen" role="status">
        {surface.announcement}
      </p>
    </div>
  );
};

/** Draws a feature into an element of the page, in the place of what the server put there. @returns what undoes it */
export const drawInline = (
  element: HTMLElement,
  { context, restyled }: Pick<Widget, 'context' | 'restyled'>,
  entry: FeatureEntry,
  makeContainer: (root: ShadowRoot) => Container,
): (() => void) => {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  root.replaceChildren();
  const container = makeContainer(root);
  const surface = createSurface(context, root, container.element);
  surface.addStyles(rules);
  surface.given = element.dataset;
  const feature = entry.open(surface);
  render(<Inline surface={surface} feature={feature} />, container.element);
  const stopRestyling = effect(() => {
    void restyled.value;
    container.restyle();
  });
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    stopRestyling();
    feature.dispose();
    container.remove();
    // The element's own children show again.
    root.replaceChildren(document.createElement('slot'));
  };
};
