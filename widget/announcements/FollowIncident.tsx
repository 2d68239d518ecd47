import type { Announcement } from '../../shared/announcements/schema.ts';
import { useLocalSignal } from '../core/ui/hooks.ts';
import type { AnnouncementsModel } from './model.ts';
import type { Translate } from './texts.ts';

/** A visitor's wish to be told when an incident is over. Asks for an address: the visitor may be gone by then. */
export const FollowIncident = ({
  announcement,
  model,
  text,
}: {
  announcement: Announcement;
  model: AnnouncementsModel;
  text: Translate;
}) => {
  const asks = useLocalSignal(false);
  const wrong = useLocalSignal(false);
  if (model.followed.value.has(announcement.id)) return <p role="status">{text('followed')}</p>;
  const follow = async (email: string): Promise<void> => {
    wrong.value = false;
    await model.follow(announcement.id, email).catch(() => {
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
        <span>{text('email')}</span>
        <input type="email" name="email" autocomplete="email" maxLength={254} aria-invalid={wrong.value} />
      </label>
      <button type="submit">{text('follow')}</button>
    </form>
  ) : (
    <button
      type="button"
      onClick={() => {
        asks.value = true;
      }}
    >
      {text('follow')}
    </button>
  );
};
