import { type ReadonlySignal, signal } from '@preact/signals';

/**
 * Tells whether the panel covers the screen, and keeps its height to what the on-screen keyboard leaves.
 */
export const followViewport = (container: HTMLElement): { isSheet: ReadonlySignal<boolean>; end(): void } => {
  const narrow = matchMedia('(max-width: 479px), (max-height: 479px)');
  const isSheet = signal(narrow.matches);
  const view = window.visualViewport;
  const measure = (): void => {
    isSheet.value = narrow.matches;
    // A page that sets `zoom` on its root enlarges our pixels, and the window stays as it is.
    const zoom = container.currentCSSZoom || 1;
    container.style.setProperty('--zoom', `${zoom}`);
    container.style.setProperty('--view-height', `${(view?.height ?? innerHeight) / zoom}px`);
    container.style.setProperty('--view-top', `${(view?.offsetTop ?? 0) / zoom}px`);
  };
  const ends = new AbortController();
  measure();
  narrow.addEventListener('change', measure, ends);
  view?.addEventListener('resize', measure, ends);
  view?.addEventListener('scroll', measure, ends);
  return { isSheet, end: () => ends.abort() };
};
