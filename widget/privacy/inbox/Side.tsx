import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { go } from '../../core/staff/router.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { chosen } from './chosen.ts';
import { texts as staffTexts } from './texts.ts';

/** Leads from a conversation to what is kept of its visitor. */
export const Side = ({ thread }: { thread: InboxThread }) => {
  const texts = useFeatureTexts(staffTexts);
  if (!texts) return null;
  const show = (): void => {
    chosen.value = thread.conversation.visitor.id;
    go('/inbox/personal-data');
  };
  return (
    <p>
      <button type="button" class="link" onClick={show}>
        {texts.title}
      </button>
    </p>
  );
};
