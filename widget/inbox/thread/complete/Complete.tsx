import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useLanguage } from '../../../core/staff/context.ts';
import type { Completion } from './model.ts';
import type { CompletionQuery } from './query.ts';
import type { CompletionAbout } from './useFillReply.ts';
import { useOptions } from './useOptions.ts';

/** Completions of `/…` or `@…`: canned replies, filled in, or colleagues. */
export const Complete = ({
  ask,
  about,
  choose,
  hold,
}: {
  ask: CompletionQuery;
  about: CompletionAbout;
  choose(words: string): void;
  hold(completion: Completion | null): void;
}) => {
  const { texts } = useLanguage();
  const found = useOptions(ask, about);
  const options = found ?? [];
  const [at, setAt] = useState(0);
  const current = Math.min(at, options.length - 1);

  useEffect(() => setAt(0), [ask.text]);
  // Before the paint: what is seen can be chosen.
  useLayoutEffect(() => {
    hold({
      press(event) {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        if (step && options.length) {
          setAt((current + step + options.length) % options.length);
          return true;
        }
        const isChosen = event.key === 'Tab' || (event.key === 'Enter' && !event.ctrlKey && !event.metaKey);
        if (!isChosen || !options[current]) return false;
        choose(options[current].words);
        return true;
      },
    });
    return () => hold(null);
  });
  const field = document.querySelector(
    document.querySelector('dialog.compose[open]') ? '.compose textarea' : '.composer textarea',
  );
  useEffect(() => {
    if (options[current]) field?.setAttribute('aria-activedescendant', `completion-${options[current].id}`);
    return () => field?.removeAttribute('aria-activedescendant');
  });

  if (!found) return null;
  return (
    <div
      class="completions"
      id="completions"
      role="listbox"
      aria-label={ask.kind === '/' ? texts.canned : texts.people}
    >
      {options.length === 0 ? (
        <div class="quiet" role="option" tabIndex={-1} aria-selected="false" aria-disabled="true">
          {ask.kind === '/' ? texts.noCanned : texts.noPeople}
        </div>
      ) : (
        options.map((option, place) => (
          <div
            key={option.id}
            id={`completion-${option.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === current}
            // Before the field loses its focus.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(option.words);
            }}
          >
            <bdi>{option.name}</bdi>
            <span class="quiet" dir="ltr">
              {option.hint}
            </span>
            {ask.kind === '/' && <span class="quiet words">{option.words}</span>}
          </div>
        ))
      )}
    </div>
  );
};
