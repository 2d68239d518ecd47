import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { chosen } from './chosen.ts';
import { texts as loaders } from './texts.ts';

/** Leads from a conversation to its visitor's page. */
export const Side = ({ thread }: { thread: InboxThread }) => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const texts = useFeatureTexts(loaders);
  if (!texts) return null;
  const show = (): void => {
    chosen.value = thread.conversation.visitor.id;
    go('/inbox/contacts');
  };
  return (
    <p>
      <button type="button" class="link" onClick={show}>
        {texts.openContact}
      </button>
      {' · '}
      <button
        type="button"
        class="link"
        onClick={() =>
          staff.compose({
            contact: {
              id: thread.conversation.visitor.id,
              name: thread.conversation.visitor.name || thread.conversation.visitor.email || texts.anonymous,
            },
          })
        }
      >
        {inboxTexts.newMessage}
      </button>
    </p>
  );
};
