import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import * as contract from '../../../../shared/articles/routes.ts';
import type { Version } from '../../../../shared/articles/schema.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { counted, moment } from '../../../core/staff/i18n.ts';
import { fill } from '../../../core/text/fill.ts';
import type { ArticleTexts } from '../texts.ts';
import type { ArticleModel } from './articleModel.ts';
import { compareTexts, type Run } from './difference.ts';

const Marked = ({ run, texts }: { run: Run; texts: ArticleTexts }) =>
  run.kind === 'same' ? (
    run.text
  ) : run.kind === 'added' ? (
    <ins>
      <span class="unseen">{texts.added}: </span>
      {run.text}
    </ins>
  ) : (
    <del>
      <span class="unseen">{texts.removed}: </span>
      {run.text}
    </del>
  );

const Difference = ({ before, after, texts }: { before: string; after: string; texts: ArticleTexts }) => {
  const { tag } = useLanguage();
  const passages = compareTexts(before, after);
  if (!passages.length) return <p class="quiet">{texts.same}</p>;
  return (
    <div class="article-difference" dir="auto" tabIndex={0} role="region" aria-label={texts.compare}>
      {passages.map((passage, place) =>
        'hidden' in passage ? (
          <p key={place} class="quiet">
            {counted(tag, texts.unchanged, passage.hidden)}
          </p>
        ) : (
          <div key={place}>
            {passage.runs.map((run, at) => (
              <Marked key={at} run={run} texts={texts} />
            ))}
          </div>
        ),
      )}
    </div>
  );
};

type Given = { model: ArticleModel; texts: ArticleTexts };
type Whole = Version & { body: string };

const wordsOf = ({ title, body }: { title: string; body: string }): string => `${title}\n\n${body}\n`;

/** One version: what was different, and the way back to it. */
const OpenVersion = (given: Given & { number: number; onRestored(): void }) => {
  const { model, texts, number } = given;
  const staff = useStaff();
  const [found, setFound] = useState<{ own: Whole; before: Whole | null } | null>(null);
  const withDraft = useSignal(false);
  const draft = model.draft.value;
  useEffect(() => {
    const read = async (one: number): Promise<Whole> => {
      const path = { article: model.article.value.id, text: draft.id };
      const query = { number: one };
      return (await staff.call(contract.getArticleVersion, { path, query })).version;
    };
    void staff
      .attempt(Promise.all([read(number), number > 1 ? read(number - 1) : null]))
      .then((both) => both && setFound({ own: both[0], before: both[1] }));
  }, [number]);
  if (!found) return null;
  const { own, before } = found;
  const choice = (isDraft: boolean, name: string) => (
    <button
      type="button"
      aria-pressed={withDraft.value === isDraft}
      onClick={() => {
        withDraft.value = isDraft;
      }}
    >
      {name}
    </button>
  );
  return (
    <>
      <div class="row-of-buttons" role="group" aria-label={texts.compare}>
        <span class="quiet">{texts.compare}:</span>
        {choice(false, texts.withBefore)}
        {choice(true, texts.withDraft)}
      </div>
      {withDraft.value ? (
        <Difference before={wordsOf(own)} after={wordsOf(draft.words.value)} texts={texts} />
      ) : (
        <Difference before={before ? wordsOf(before) : ''} after={wordsOf(own)} texts={texts} />
      )}
      <div class="row-of-buttons">
        <button
          type="button"
          onClick={() => {
            draft.write({ title: own.title, body: own.body });
            given.onRestored();
          }}
        >
          {texts.restore}
        </button>
      </div>
    </>
  );
};

/** Published versions, the newest first. */
export const Versions = ({ model, texts, onSaid }: Given & { onSaid(what: string): void }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const [versions, setVersions] = useState<Version[] | null>(null);
  const open = useSignal<number | null>(null);
  const stored = model.stored.value;
  useEffect(() => {
    let left = false;
    setVersions(null);
    if (!stored?.version) setVersions([]);
    else
      void staff
        .attempt(
          staff.call(contract.listArticleVersions, {
            path: { article: model.article.value.id, text: stored.id },
          }),
        )
        .then((reply) => !left && reply && setVersions(reply.versions));
    return () => {
      left = true;
    };
  }, [stored?.id, stored?.version]);
  if (versions?.length === 0) return <p class="empty">{texts.noVersions}</p>;
  return (
    <ul class="cards">
      {versions?.map(({ number, title, at, by }) => (
        <li key={number}>
          <div class="spread">
            <h3>{fill(texts.versionOf, { number: new Intl.NumberFormat(tag).format(number) })}</h3>
            <span class="quiet">
              {fill(by ? texts.versionBy : texts.versionAt, { time: moment(tag, at), name: by })}
            </span>
          </div>
          <button
            type="button"
            class="link"
            dir="auto"
            aria-expanded={open.value === number}
            onClick={() => {
              open.value = open.value === number ? null : number;
            }}
          >
            {title}
          </button>
          {open.value === number && (
            <OpenVersion
              model={model}
              texts={texts}
              number={number}
              onRestored={() => onSaid(fill(texts.restored, { number }))}
            />
          )}
        </li>
      ))}
    </ul>
  );
};
