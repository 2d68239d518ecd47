import { useRef } from 'preact/hooks';
import { reactions } from '../../shared/announcements/kinds.ts';
import type { Announcement } from '../../shared/announcements/schema.ts';
import { Rich } from '../core/ui/Rich.tsx';
import type { Surface } from '../core/context.ts';
import { useLocalSignal, useMountEffect } from '../core/ui/hooks.ts';
import type { AnnouncementsModel } from './model.ts';
import type { Say } from './words.ts';

/** Asks to be told when it is over; where to is asked of who may be gone by then. */
const ConversationStore = ({
  news,
  model,
  say,
}: {
  news: Announcement;
  model: AnnouncementsModel;
  say: Say;
}) => {
  const asks = useLocalSignal(false);
  const wrong = useLocalSignal(false);
  if (model.followed.value.has(news.id)) return <p role="status">{say('followed')}</p>;
  const follow = async (email: string): Promise<void> => {
    wrong.value = false;
    await model.follow(news.id, email).catch(() => {
      wrong.value = true;
    });
  };
  return asks.value ? (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void follow(new FormData(event.currentTarget).get('email') as string);
      }}
    >
      <label class="stack">
        <span>{say('email')}</span>
        <input type="email" name="email" autocomplete="email" maxLength={254} aria-invalid={wrong.value} />
      </label>
      <button type="submit">{say('follow')}</button>
    </form>
  ) : (
    <button
      type="button"
      onClick={() => {
        asks.value = true;
      }}
    >
      {say('follow')}
    </button>
  );
};

/** One piece of news; seen once it is in view. */
export const Story = ({
  surface,
  model,
  news,
  say,
  isOpen,
}: {
  surface: Surface;
  model: AnnouncementsModel;
  news: Announcement;
  say: Say;
  /** False: its title, to be opened. */
  isOpen: boolean;
}) => {
  const element = useRef<HTMLElement>(null);
  const open = useLocalSignal(isOpen);
  const isNew = useLocalSignal(!model.seen.peek().has(news.id));
  const wrong = useLocalSignal(false);
  const { context } = surface;
  useMountEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) model.see(news.id);
      },
      { threshold: 0.6 },
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  });
  const { incident, picture } = news;
  const [latest] = incident?.updates ?? [];
  return (
    <article ref={element} class={incident ? 'news incident' : 'news'}>
      <p class="soft news-title">
        {isNew.value && <span class="dot" />}
        <span>{say(incident ? 'known' : `cat_${news.category}`)}</span>
        <span>
          {new Intl.DateTimeFormat(context.texts.region, { dateStyle: 'medium' }).format(
            latest?.at ?? news.at,
          )}
        </span>
      </p>
      <h3 dir="auto">{news.title}</h3>
      {latest && (
        <p dir="auto">
          <strong>{say(`state_${latest.state}`)}</strong>
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
            <Rich nodes={news.rich} />
          </div>
          {!incident && (
            <div class="row-of" role="group" aria-label={say('react')}>
              <span class="soft">{say('react')}</span>
              {reactions.map((one) => (
                <button
                  key={one}
                  type="button"
                  aria-pressed={model.reactions.value[news.id] === one}
                  onClick={() => {
                    wrong.value = false;
                    model.react(news.id, one).catch(() => {
                      wrong.value = true;
                    });
                  }}
                >
                  {say(`r_${one}`)}
                </button>
              ))}
              {wrong.value && <span role="alert">{context.texts.say('offline')}</span>}
            </div>
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
          {say('more')}
        </button>
      )}
      {incident && <ConversationStore news={news} model={model} say={say} />}
    </article>
  );
};
