import { useLayoutEffect, useRef } from 'preact/hooks';
import { Boundary } from './Boundary.tsx';
import type { Feature } from './feature.ts';
import { Home } from './Home.tsx';
import { chevronStart, cross } from './icons.ts';
import type { Surface } from './surface.ts';
import { Icon, Waiting } from './ui/parts.tsx';

/** What a surface shows: a conversation, a feature's own view, or the start. */
const View = ({ surface, ask }: { surface: Surface; ask: Feature | null }) => {
  const { visit, conversation } = surface;
  const id = conversation.value;
  const part = visit.follow.value;
  if (id) {
    if (part) return <part.ThreadView key={id} surface={surface} follow={part.model} id={id} />;
    visit.loadFollow().catch(() => {});
    return <Waiting texts={visit.texts} />;
  }
  return ask?.title.value ? ask.render() : <Home surface={surface} ask={ask} />;
};

/** The panel: a dialog beside the page, or over it on a phone. */
export const Shell = (given: {
  surface: Surface;
  ask: Feature | null;
  isSheet: boolean;
  side: string;
  onClose(): void;
}) => {
  const { surface, ask } = given;
  const { texts, settings } = surface.visit;
  const panel = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const title = ask?.title.value ?? null;
  const place = surface.conversation.value ?? title;

  useLayoutEffect(() => {
    const element = panel.current!;
    try {
      // The top layer: no transform and no z-index of the page reaches it.
      element.popover = 'manual';
      element.showPopover();
    } catch {
      element.removeAttribute('popover');
    }
  }, []);
  useLayoutEffect(() => {
    if (!surface.conversation.value) scroller.current!.scrollTop = 0;
    surface.focusStart();
  }, [place]);

  const back = (): void => {
    if (surface.conversation.value) surface.conversation.value = null;
    else ask?.back();
  };
  return (
    <section
      ref={panel}
      class={`panel ${given.side}`}
      role="dialog"
      aria-modal={given.isSheet}
      aria-label={settings.name || texts.say('panel')}
      tabIndex={-1}
    >
      <div class="bar">
        {place && (
          <button type="button" class="plain" aria-label={texts.say('back')} onClick={back}>
            <Icon path={chevronStart} turns />
          </button>
        )}
        <p class="name">
          <bdi>{title && !surface.conversation.value ? texts.say(title) : settings.name}</bdi>
        </p>
        <button type="button" class="plain" aria-label={texts.say('close')} onClick={given.onClose}>
          <Icon path={cross} />
        </button>
      </div>
      <div class="scroll" ref={scroller}>
        <Boundary instead={texts.say('somethingBroke')}>
          <View surface={surface} ask={ask} />
        </Boundary>
      </div>
      <p class="unseen" role="status">
        {surface.announcement}
      </p>
    </section>
  );
};
