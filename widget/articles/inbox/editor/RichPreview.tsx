import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { previewArticle } from '../../../../shared/articles/routes.ts';
import type { RichNode } from '../../../../shared/core/richText.ts';
import { RichArticle } from '../../../core/article/RichArticle.tsx';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';

/** A pause in typing, milliseconds. */
const typingPause = 300;

/** A text as readers will see it: made by what will make it when it's published. @param empty said where there is none */
export const RichPreview = ({ language, body, empty }: { language: string; body: string; empty: string }) => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const rich = useSignal<RichNode[] | null>(null);
  useEffect(() => {
    let left = false;
    if (!body.trim()) {
      rich.value = [];
      return;
    }
    const timer = setTimeout(
      () =>
        // Nobody asked for it: that it can't be made now is said where the text is saved.
        staff.call(previewArticle, { body: { language, body } }).then(
          (reply) => {
            if (!left) rich.value = reply.rich;
          },
          () => {},
        ),
      rich.value?.length ? typingPause : 0,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [body]);
  if (rich.value === null) return <p class="quiet">{inboxTexts.loading}</p>;
  return rich.value.length ? <RichArticle nodes={rich.value} /> : <p class="quiet">{empty}</p>;
};
