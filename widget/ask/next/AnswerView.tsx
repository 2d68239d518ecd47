import { useEffect, useRef } from 'preact/hooks';
import { CallError } from '../../core/net/client.ts';
import { Rich } from '../../core/ui/Rich.tsx';
import type { Surface } from '../../core/context.ts';
import { Notice, Waiting } from '../../core/ui/parts.tsx';
import { When } from '../../core/ui/When.tsx';
import { dayName } from '../../core/text/times.ts';
import type { Ask } from '../types.ts';
import { OfficialMark } from '../OfficialMark.tsx';
import { findPassage } from './passagePlace.ts';

/** Shows the paragraph that the suggestion's excerpt was taken from: of a long answer, the visitor saw that one. */
const usePassage = (ask: Ask) => {
  const article = useRef<HTMLElement>(null);
  const opened = ask.opened.value;
  useEffect(() => {
    if (!opened || opened instanceof CallError || !article.current) return;
    const excerpt = ask.suggestions.found.value?.items.find(({ id }) => id === opened.id)?.snippet;
    const place = excerpt ? findPassage(article.current, excerpt) : null;
    place?.classList.add('passage');
    place?.scrollIntoView({ block: 'center' });
  }, [opened]);
  return article;
};

/** An answer that exists, in place, and whether it helped. */
export const AnswerView = ({ surface, ask }: { surface: Surface; ask: Ask }) => {
  const { texts, settings, base } = surface.context;
  const opened = ask.opened.value;
  const article = usePassage(ask);
  if (opened instanceof CallError)
    return (
      <Notice bad>
        {texts.get(opened.code === 'offline' ? 'offline' : 'somethingBroke')}
        <button type="button" class="text" data-start onClick={ask.back}>
          {texts.get('back')}
        </button>
      </Notice>
    );
  return (
    <article ref={article} class="answer stack" lang={opened?.language}>
      <h2 data-start tabIndex={-1} dir="auto">
        {opened?.title ?? texts.get('loading')}
      </h2>
      {opened ? (
        opened.answers.map((answer) => (
          <div class="stack" key={answer.id}>
            <OfficialMark texts={texts} official={answer.official} accepted={answer.accepted} />
            <div dir="auto">
              <Rich nodes={answer.rich} />
            </div>
            <p class="soft" lang={texts.language}>
              {answer.author && `${answer.author} · `}
              <When texts={texts} at={answer.at} text={dayName(texts, answer.at, Date.now())} />
            </p>
          </div>
        ))
      ) : (
        <Waiting texts={texts} />
      )}
      {opened && (
        <div class="stack verdict" lang={texts.language}>
          <p>
            <strong>{texts.get('isThisIt')}</strong>
          </p>
          <div class="pair">
            <button type="button" class="primary" onClick={ask.solve}>
              {texts.get('solved')}
            </button>
            {!settings.paused && (
              <button type="button" onClick={ask.goOn}>
                {texts.get('notQuite')}
              </button>
            )}
          </div>
          {opened.path.startsWith('/') && (
            <a href={base + opened.path} target="_blank" rel="noopener noreferrer">
              {texts.get('publicPage')}
            </a>
          )}
        </div>
      )}
    </article>
  );
};
