import { useEffect } from 'preact/hooks';

/** Listens to what keys and buttons elsewhere ask of the composer. */
export const useComposeEvents = (choose: (mode: 'reply' | 'note') => void, openCanned: () => void): void =>
  useEffect(() => {
    const onCompose = (event: Event): void => {
      const { detail } = event as CustomEvent<'reply' | 'note' | 'canned'>;
      if (detail === 'canned') openCanned();
      else choose(detail);
    };
    document.addEventListener('foyer-compose', onCompose);
    return () => document.removeEventListener('foyer-compose', onCompose);
  });
