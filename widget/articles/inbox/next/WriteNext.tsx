import { useEffect, useState } from 'preact/hooks';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { Page } from '../../../core/staff/editing/Page.tsx';
import { followLink } from '../../../core/staff/router.ts';
import type { ArticleTexts } from '../texts.ts';
import { GapRow } from './GapRow.tsx';
import { createNext } from './nextModel.ts';

/** Searches without a good answer: worth writing about next. */
export const WriteNext = ({ texts }: { texts: ArticleTexts }) => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const [model] = useState(() => createNext(staff));
  useEffect(() => void model.load(), []);
  const gaps = model.gaps.value;
  const done = model.done.value;
  return (
    <Page
      name="next"
      title={texts.next}
      lead={texts.nextLead}
      head={
        <a href="/inbox/articles" onClick={followLink}>
          {texts.back}
        </a>
      }
    >
      {gaps?.length === 0 && <p class="empty">{texts.nextNone}</p>}
      <ul class="gaps">
        {gaps?.map((gap) => (
          <GapRow key={gap.title} gap={gap} model={model} texts={texts} />
        ))}
      </ul>
      <div class="toast" role="status">
        {done && (
          <p>
            <span>{done.by === 'aside' ? texts.gapIsAside : texts.gapIsPinned}</span>
            {done.by === 'aside' && (
              <button type="button" class="link" onClick={() => void model.bringBack(done.gap)}>
                {inboxTexts.undo}
              </button>
            )}
          </p>
        )}
      </div>
    </Page>
  );
};
