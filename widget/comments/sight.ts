import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CommentPage } from './page.ts';

/** Whether an element is in view, on a page that is in front of somebody. */
export const createSight = ({ element, ends }: CommentPage): ReadonlySignal<boolean> => {
  const inView = signal(false);
  const isVisible = signal(!document.hidden);
  const observer = new IntersectionObserver(([entry]) => {
    // biome-ignore lint/style/noNonNullAssertion: an observer of one element reports an entry of it
    inView.value = entry!.isIntersecting;
  });
  observer.observe(element);
  ends.addEventListener('abort', () => observer.disconnect());
  document.addEventListener(
    'visibilitychange',
    () => {
      isVisible.value = !document.hidden;
    },
    { signal: ends },
  );
  return computed(() => inView.value && isVisible.value);
};
