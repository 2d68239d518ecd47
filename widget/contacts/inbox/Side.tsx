import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { chosen } from './chosen.ts';
import { texts as loaders } from './texts.ts';

/** Leads from a conversation to its visitor's page. */
export const Side = ({ thread }: { thread: InboxThread }) => {
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
    </p>
  );
};
