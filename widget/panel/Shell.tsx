import { useLayoutEffect, useRef } from 'preact/hooks';
import { Boundary } from './Boundary.tsx';
import { Home } from './Home.tsx';
import type { HomeParts } from './homeParts.ts';
import { chevronStart, cross } from '../core/ui/icons.ts';
import type { Surface } from '../core/context.ts';
import { Icon, Waiting } from '../core/ui/parts.tsx';

/** The panel's content: a conversation, a view of the field's feature, or home. */
const View = ({ surface, home }: { surface: Surface; home: HomeParts }) => {
  const { context } = surface;
  const id = surface.conversation.value;
  const part = context.conversations.value;
  const field = home.field.value;
  if (id) {
    if (part) return <part.ThreadView key={id} surface={surface} id={id} />;
    context.loadConversations().catch(() => {});
    return <Waiting texts={context.texts} />;
  }
  return field?.title.value ? field.render() : <Home surface={surface} parts={home} />;
};

/** The panel: a dialog beside the page, or over it on a phone. */
export const Shell = (given: {
  surface: Surface;
  home: HomeParts;
  isSheet: boolean;
  side: string;
  onClose(): void;
}) => {
  const { surface, home } = given;
  const { texts, settings } = surface.context;
  const panel = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const field = home.field.value;
  const title = field?.title.value ?? null;
  const place = surface.conversation.value ?? title;

  useLayoutEffect(() => {
    // biome-ignore lint/style/noNonNullAssertion: an effect runs after the panel was drawn
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
    // biome-ignore lint/style/noNonNullAssertion: an effect runs after the panel was drawn
    if (!surface.conversation.value) scroller.current!.scrollTop = 0;
    surface.focusStart();
  }, [place]);

  const back = (): void => {
    if (surface.conversation.value) surface.conversation.value = null;
    else field?.back();
  };
  return (
    <section
      ref={panel}
      class={`panel ${given.side}`}
      role="dialog"
      aria-modal={given.isSheet}
      aria-label={settings.name || texts.get('panel')}
      tabIndex={-1}
    >
      <div class="bar">
        {place && (
          <button type="button" class="plain" aria-label={texts.get('back')} onClick={back}>
            <Icon path={chevronStart} turns />
          </button>
        )}
        <p class="name">
          <bdi>{title && !surface.conversation.value ? texts.get(title) : settings.name}</bdi>
        </p>
        <button type="button" class="plain" aria-label={texts.get('close')} onClick={given.onClose}>
          <Icon path={cross} />
        </button>
      </div>
      <div class="scroll" ref={scroller}>
        <Boundary instead={texts.get('somethingBroke')}>
          <View surface={surface} home={home} />
        </Boundary>
      </div>
      <p class="unseen" role="status">
        {surface.announcement}
      </p>
    </section>
  );
};
