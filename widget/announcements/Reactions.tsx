import { reactions } from '../../shared/announcements/kinds.ts';
import type { Announcement } from '../../shared/announcements/schema.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import type { AnnouncementsModel } from './model.ts';
import type { Translate } from './texts.ts';

/** The reactions that a visitor can have to a piece of news, one at a time. */
export const Reactions = ({
  announcement,
  model,
  text,
  offline,
}: {
  announcement: Announcement;
  model: AnnouncementsModel;
  text: Translate;
  /** Said when a reaction could not be sent. */
  offline: string;
}) => {
  const wrong = useLocalSignal(false);
  return (
    <div class="row-of" role="group" aria-label={text('react')}>
      <span class="soft">{text('react')}</span>
      {reactions.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={model.reactions.value[announcement.id] === one}
          onClick={() => {
            wrong.value = false;
            model.react(announcement.id, one).catch(() => {
              wrong.value = true;
            });
          }}
        >
          {text(`r_${one}`)}
        </button>
      ))}
      {wrong.value && <span role="alert">{offline}</span>}
    </div>
  );
};
