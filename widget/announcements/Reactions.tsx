import { reactions } from '../../shared/announcements/kinds.ts';
import type { Announcement } from '../../shared/announcements/schema.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import type { AnnouncementsModel } from './model.ts';
import type { Say } from './words.ts';

/** The reactions that a visitor can have to a piece of news, one at a time. */
export const Reactions = ({
  news,
  model,
  say,
  offline,
}: {
  news: Announcement;
  model: AnnouncementsModel;
  say: Say;
  /** Said when a reaction could not be sent. */
  offline: string;
}) => {
  const wrong = useLocalSignal(false);
  return (
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
      {wrong.value && <span role="alert">{offline}</span>}
    </div>
  );
};
