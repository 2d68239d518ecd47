import { effect, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import rules from './inline.css?inline';
import { Boundary } from './Boundary.tsx';
import type { Feature, FeatureDoor } from './feature.ts';
import { chevronStart } from './icons.ts';
import { createSurface, type Surface } from './surface.ts';
import { Icon } from './ui/parts.tsx';
import type { Visit } from './visit.ts';

const Inline = ({ surface, feature }: { surface: Surface; feature: Feature }) => {
  const { texts, follow } = surface.visit;
  const id = surface.conversation.value;
  const part = follow.value;
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
          {texts.say('back')}
        </button>
      )}
      <Boundary instead={texts.say('somethingBroke')}>
        {id && part ? (
          <part.ThreadView key={id} surface={surface} follow={part.model} id={id} />
        ) : (
          feature.render()
        )}
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
  { visit, dressed }: { visit: Visit; dressed: ReadonlySignal<number> },
  door: FeatureDoor,
  makeContainer: (root: ShadowRoot) => { container: HTMLElement; dress(): void; end(): void },
): (() => void) => {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  root.replaceChildren();
  const { container, dress, end } = makeContainer(root);
  const surface = createSurface(visit, root, container);
  surface.addStyles(rules);
  surface.given = element.dataset;
  const feature = door.open(surface);
  render(<Inline surface={surface} feature={feature} />, container);
  const stopDressing = effect(() => {
    void dressed.value;
    dress();
  });
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    stopDressing();
    feature.dispose();
    end();
    // The element's own children show again.
    root.replaceChildren(document.createElement('slot'));
  };
};
