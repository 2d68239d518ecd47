import { useEffect, useState } from 'preact/hooks';
import { previewMarkdown } from '../../../shared/inbox/routes.ts';
import type { RichNode } from '../../../shared/core/richText.ts';
import { Rich } from '../ui/Rich.tsx';
import { useStaff, useLanguage } from './context.ts';

/** A pause in typing, milliseconds. */
const typingPause = 300;

/** A preview of a text: made by what will make it when it is sent. */
export const Preview = ({ text }: { text: string }) => {
  const staff = useStaff();
  const { texts } = useLanguage();
  const [rich, setRich] = useState<RichNode[] | null>(null);
  useEffect(() => {
    let left = false;
    // The first at once; while somebody types, once they pause: each is a call.
    const timer = setTimeout(
      () => {
        void staff.attempt(staff.call(previewMarkdown, { body: { body: text } })).then((reply) => {
          if (!left && reply) setRich(reply.rich);
        });
      },
      rich ? typingPause : 0,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [text]);
  return (
    <div class="preview-box" dir="auto" role="region" aria-label={texts.preview} tabIndex={0}>
      {rich ? <Rich nodes={rich} /> : <p class="quiet">{texts.loading}</p>}
    </div>
  );
};
