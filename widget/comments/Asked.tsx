import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Asking } from './asking/entry.ts';
import { useComments } from './context.ts';

/** A button of a comment. What it asks is loaded when it is pressed, and stands in its place until that is done. */
export const Asked = ({
  label,
  view,
}: {
  label: string;
  view(asking: Asking, onDone: () => void): ComponentChildren;
}) => {
  const { comments } = useComments();
  const asking = useSignal<Asking | null>(null);
  if (asking.value)
    return (
      <>
        {view(asking.value, () => {
          asking.value = null;
        })}
      </>
    );
  return (
    <button
      type="button"
      class="text quiet"
      onClick={() =>
        comments.own.attempt(async () => {
          const { loadAsking } = await import('./asking/entry.ts');
          asking.value = await loadAsking(comments.page.host.language);
        })
      }
    >
      {label}
    </button>
  );
};
