import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { listArticlesFrom } from '../../../../shared/articles/routes.ts';
import type { ArticlesFrom } from '../../../../shared/articles/schema.ts';
import type { InboxThread } from '../../../../shared/inbox/schema.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { followLink } from '../../../core/staff/router.ts';
import { useFeatureTexts } from '../../../core/staff/texts.ts';
import { fill } from '../../../core/text/fill.ts';
import { texts as articleTexts } from '../texts.ts';
import { beginFrom } from './begin.ts';

/** The article that was written from a conversation, or the way to write one. */
export const ConversationArticle = ({ thread }: { thread: InboxThread }) => {
  const staff = useStaff();
  const texts = useFeatureTexts(articleTexts);
  const written = useSignal<ArticlesFrom['articles'] | null>(null);
  const busy = useSignal(false);
  const { id } = thread.conversation;
  const isAnswered = thread.messages.some(
    ({ author, visibility }) => author.kind === 'staff' && visibility === 'public',
  );
  useEffect(() => {
    let left = false;
    written.value = null;
    // Nobody asked for it: where it can't be told, an article can be begun all the same.
    if (isAnswered)
      staff.call(listArticlesFrom, { query: { conversation: id } }).then(
        (reply) => {
          if (!left) written.value = reply.articles;
        },
        () => {
          if (!left) written.value = [];
        },
      );
    return () => {
      left = true;
    };
  }, [id, isAnswered]);
  if (!texts || !written.value) return null;
  const [article] = written.value;
  if (article)
    return (
      <div class="feature">
        <a href={`/inbox/articles/${article.id}`} onClick={followLink} dir="auto">
          {fill(texts.writtenFrom, { title: article.title || texts.untitled })}
        </a>
      </div>
    );
  return (
    <div class="feature">
      <button
        type="button"
        class="link"
        disabled={busy.value}
        onClick={async () => {
          busy.value = true;
          await beginFrom(staff, { conversation: id });
          busy.value = false;
        }}
      >
        {texts.writeFrom}
      </button>
    </div>
  );
};
