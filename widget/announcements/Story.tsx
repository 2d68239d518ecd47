import { useRef } from 'preact/hooks';
import type { Announcement } from '../../shared/announcements/schema.ts';
import { fullDate } from '../core/text/times.ts';
import { Rich } from '../core/ui/Rich.tsx';
import type { Surface } from '../core/context.ts';
import { useLocalSignal, useMountEffect } from '../core/ui/hooks.ts';
import { FollowIncident } from './FollowIncident.tsx';
import type { AnnouncementsModel } from './model.ts';
import { Reactions } from './Reactions.tsx';
import type { Translate } from './texts.ts';

/** A place for an element: once it is in view, the news that it shows counts as seen. */
const useSeenInView = (model: AnnouncementsModel, id: string) => {
  const element = useRef<HTMLElement>(null);
  useMountEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) model.see(id);
      },
      { threshold: 0.6 },
    );
    // biome-ignore lint/style/noNonNullAssertion: an effect runs after the element was drawn
    observer.observe(element.current!);
    return () => observer.disconnect();
  });
  return element;
};

/** One piece of news; seen once it is in view. */
export const Story = ({
  surface,
  model,
  announcement,
  text,
  isOpen,
}: {
  surface: Surface;
  model: AnnouncementsModel;
  announcement: Announcement;
  text: Translate;
  /** False: its title, to be opened. */
  isOpen: boolean;
}) => {
  const element = useSeenInView(model, announcement.id);
  const open = useLocalSignal(isOpen);
  const isNew = useLocalSignal(!model.seen.peek().has(announcement.id));
  const { context } = surface;
  const { incident, picture } = announcement;
  const [latest] = incident?.updates ?? [];
  return (
    <article ref={element} class={incident ? 'news incident' : 'news'}>
      <p class="soft news-title">
        {isNew.value && <span class="dot" />}
        <span>{text(incident ? 'known' : `cat_${announcement.category}`)}</span>
        <span>{fullDate(context.texts, latest?.at ?? announcement.at)}</span>
      </p>
      <h3 dir="auto">{announcement.title}</h3>
      {latest && (
        <p dir="auto">
          <strong>{text(`state_${latest.state}`)}</strong>
          {'. '}
          {latest.text}
        </p>
      )}
      {open.value ? (
        <>
          {picture && (
            <img
              src={context.base + picture.path}
              width={picture.width}
              height={picture.height}
              alt=""
              loading="lazy"
            />
          )}
          <div dir="auto">
            <Rich nodes={announcement.rich} />
          </div>
          {!incident && (
            <Reactions
              announcement={announcement}
              model={model}
              text={text}
              offline={context.texts.get('offline')}
            />
          )}
        </>
      ) : (
        <button
          type="button"
          class="text"
          aria-expanded={false}
          onClick={() => {
            open.value = true;
          }}
        >
          {text('more')}
        </button>
      )}
      {incident && <FollowIncident announcement={announcement} model={model} text={text} />}
    </article>
  );
};
