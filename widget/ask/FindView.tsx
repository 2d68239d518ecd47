import { hasVisibleText } from '../../shared/core/visibleText.ts';
import { useId, useRef } from 'preact/hooks';
import type { Suggestion } from '../../shared/ask/schema.ts';
import type { Surface } from '../core/context.ts';
import { Notice } from '../core/ui/parts.tsx';
import type { Ask } from './types.ts';
import { OfficialMark } from './OfficialMark.tsx';

/** A title with the words that fit what was typed. Ranges that make no sense mark nothing. */
const Marked = ({ title, matches }: Pick<Suggestion, 'title' | 'matches'>) => {
  const parts = [];
  let from = 0;
  for (const { start, end } of matches) {
    if (!(start >= from && end > start && end <= title.length)) continue;
    parts.push(title.slice(from, start), <mark key={start}>{title.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <strong dir="auto">
      {parts}
      {title.slice(from)}
    </strong>
  );
};

/** One field, and below it the answers that exist. */
export const FindView = ({ surface, ask }: { surface: Surface; ask: Ask }) => {
  const { texts, settings } = surface.context;
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const text = ask.text.value;
  const found = ask.suggestions.found.value;
  const failed = ask.suggestions.failed.value;
  const hasText = hasVisibleText(text);

  /** Arrow keys walk from the field through the answers and back. */
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = stops.indexOf(event.target as HTMLButtonElement);
    if (!step || !stops.length || (at < 0 && step < 0)) return;
    event.preventDefault();
    (at + step < 0 ? field.current : stops[Math.min(at + step, stops.length - 1)])?.focus();
  };

  return (
    <div class="find stack" role="group" onKeyDown={walk}>
      <label for={id}>{texts.get('need')}</label>
      <textarea
        ref={field}
        id={id}
        data-start
        class="need"
        rows={2}
        maxLength={2_000}
        placeholder={texts.get('needHint')}
        dir={text ? 'auto' : undefined}
        value={text}
        onInput={(event) => ask.type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          if (hasText && !settings.paused) ask.toPerson();
        }}
      />
      {settings.paused && <Notice>{texts.get('paused')}</Notice>}
      {hasText && failed && <Notice>{texts.get('suggestionsDown')}</Notice>}
      {hasText && found && found.items.length > 0 && (
        <ul class="list" ref={list}>
          {found.items.map((item) => (
            <li key={item.id}>
              <button type="button" class="row" lang={item.language} onClick={() => ask.open(item.id)}>
                <span class="words">
                  <Marked title={item.title} matches={item.matches} />
                  <span class="snippet" dir="auto">
                    {item.snippet}
                  </span>
                  <OfficialMark texts={texts} official={item.official} accepted={item.accepted} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasText && found?.items.length === 0 && !failed && <p class="soft">{texts.get('noAnswerFound')}</p>}
      {hasText && !settings.paused && (
        <button type="button" class="primary" onClick={ask.toPerson}>
          {texts.get('askPerson')}
        </button>
      )}
    </div>
  );
};
