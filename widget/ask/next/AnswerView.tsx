import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Answer, PublicQuestion } from '../../../shared/ask/schema.ts';
import type { Texts } from '../../core/text/i18n.ts';
import { CallError } from '../../core/net/client.ts';
import articleRules from '../../core/article/article.css?inline';
import { Rich } from '../../core/ui/Rich.tsx';
import { RichArticle } from '../../core/article/RichArticle.tsx';
import type { Surface } from '../../core/context.ts';
import { Notice, Waiting } from '../../core/ui/parts.tsx';
import { When } from '../../core/ui/When.tsx';
import { dayName } from '../../core/text/times.ts';
import type { Community } from '../community/entry.ts';
import type { Ask } from '../types.ts';
import { OfficialMark } from '../OfficialMark.tsx';
import { findPassage } from './passagePlace.ts';

/** Shows the paragraph that the suggestion's excerpt was taken from: of a long answer, the visitor saw that one. */
const usePassage = (ask: Ask) => {
  const article = useRef<HTMLElement>(null);
  const opened = ask.opened.value;
  const id = opened && !(opened instanceof CallError) ? opened.id : null;
  useEffect(() => {
    if (!opened || opened instanceof CallError || !article.current) return;
    const excerpt = ask.suggestions.found.value?.items.find(({ id }) => id === opened.id)?.snippet;
    const place = excerpt ? findPassage(article.current, excerpt) : null;
    place?.classList.add('passage');
    place?.scrollIntoView({ block: 'center' });
    // Read again, it stays where the visitor is.
  }, [id]);
  return article;
};

/** Visitors' votes and answers, where they are on; null elsewhere, and until they are loaded. */
const useCommunity = (surface: Surface, ask: Ask): Community | null => {
  const opened = ask.opened.value;
  const community = useSignal<Community | null>(null);
  const id = opened && !(opened instanceof CallError) && opened.isCommunity ? opened.id : null;
  useEffect(() => {
    let left = false;
    community.value = null;
    if (id)
      import('../community/entry.ts')
        .then(({ openCommunity }) => openCommunity(surface, id, ask.reread))
        .then(
          (loaded) => {
            if (!left) community.value = loaded;
          },
          // Reading goes on without it; the page behind the link has the same.
          () => {},
        );
    return () => {
      left = true;
    };
  }, [id]);
  return community.value;
};

/** Other entries of the topic; null where there is nothing, and until it is loaded. */
const useMore = (surface: Surface, ask: Ask): FunctionComponent | null => {
  const opened = ask.opened.value;
  const more = useSignal<{ Part: FunctionComponent } | null>(null);
  const question = opened && !(opened instanceof CallError) && opened.category ? opened : null;
  useEffect(() => {
    let left = false;
    more.value = null;
    if (question)
      import('../topics/more.tsx')
        .then(({ openMore }) => openMore(surface, ask, question))
        .then(
          (Part) => {
            if (!left && Part) more.value = { Part };
          },
          // The answer is whole without it.
          () => {},
        );
    return () => {
      left = true;
    };
  }, [question?.id]);
  return more.value?.Part ?? null;
};

/** One answer: its mark, what staff set right about it, its words, and what visitors say of it. */
const AnswerPart = ({
  answer,
  question,
  texts,
  community,
}: {
  answer: Answer;
  question: PublicQuestion;
  texts: Texts;
  community: Community | null;
}) => (
  <div class="stack">
    <OfficialMark texts={texts} official={answer.official} accepted={answer.accepted} />
    {answer.correction && (
      <blockquote dir="auto">
        <Rich nodes={answer.correction.rich} />
      </blockquote>
    )}
    <div dir="auto">
      <RichArticle nodes={answer.rich} />
    </div>
    <p class="soft" lang={texts.language}>
      {answer.author && `${answer.author} · `}
      <When texts={texts} at={answer.at} text={dayName(texts, answer.at, Date.now())} />
    </p>
    {community && (
      <community.AnswerVoices
        answer={answer.id}
        question={question}
        model={community.model}
        say={community.say}
      />
    )}
  </div>
);

/** An answer that exists, in place, and whether it helped. */
export const AnswerView = ({ surface, ask }: { surface: Surface; ask: Ask }) => {
  const { texts, settings, base } = surface.context;
  surface.addStyles(articleRules);
  const opened = ask.opened.value;
  const article = usePassage(ask);
  const community = useCommunity(surface, ask);
  const More = useMore(surface, ask);
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
          <AnswerPart key={answer.id} answer={answer} question={opened} texts={texts} community={community} />
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
          {community && (
            <community.Joining
              question={opened}
              model={community.model}
              say={community.say}
              texts={texts}
              base={base}
            />
          )}
          {opened.path.startsWith('/') && (
            <a href={base + opened.path} target="_blank" rel="noopener noreferrer">
              {texts.get('publicPage')}
            </a>
          )}
          {More && <More />}
        </div>
      )}
    </article>
  );
};
