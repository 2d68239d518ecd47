import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { getArticle } from '../../../../shared/articles/routes.ts';
import type { ArticleList, StaffArticle } from '../../../../shared/articles/schema.ts';
import { asCallError } from '../../../core/net/client.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { TextField } from '../../../core/staff/fields.tsx';
import { followLink, go } from '../../../core/staff/router.ts';
import { isBegun, takeTitle } from '../begun.ts';
import type { ArticleTexts } from '../texts.ts';
import { type ArticleModel, createArticleModel, freshArticle } from './articleModel.ts';
import { ArticlePreview } from './ArticlePreview.tsx';
import { Details } from './Details.tsx';
import { createKeeper } from './keptDraft.ts';
import { Languages } from './Languages.tsx';
import { MaskedNotice } from './MaskedNotice.tsx';
import { MarkdownField } from './MarkdownField.tsx';
import { Publishing } from './Publishing.tsx';
import { Conflict, SavingLine } from './SavingLine.tsx';
import { Versions } from './Versions.tsx';

type Given = { list: ArticleList; texts: ArticleTexts };

/** UTF-16 code units of a title, as the contract has it. */
const longestTitle = 200;

const parts = ['write', 'preview', 'details', 'versions'] as const;
type Part = (typeof parts)[number];

/** The panes beside the text, one at a time; on a phone in its place. */
const Beside = (given: Given & { model: ArticleModel; part: Part; onSaid(what: string): void }) => {
  const { model, texts, list } = given;
  const draft = model.draft.value;
  if (given.part === 'details')
    return <Details model={model} list={list} texts={texts} onGone={() => go('/inbox/articles')} />;
  if (given.part === 'versions')
    return <Versions key={draft.language} model={model} texts={texts} onSaid={given.onSaid} />;
  return <ArticlePreview key={draft.language} draft={draft} texts={texts} />;
};

const Written = ({ model, texts }: { model: ArticleModel; texts: ArticleTexts }) => {
  const draft = model.draft.value;
  return (
    <div class="article-write">
      <TextField
        label={texts.headline}
        dir="auto"
        lang={draft.language}
        maxLength={longestTitle}
        value={draft.words.value.title}
        onValue={(title) => draft.write({ title })}
      />
      <MarkdownField key={draft.language} draft={draft} texts={texts} />
    </div>
  );
};

const Opened = ({ model, list, texts }: Given & { model: ArticleModel }) => {
  const part = useSignal<Part>(matchMedia('(width < 1100px)').matches ? 'write' : 'preview');
  const said = useSignal('');
  const draft = model.draft.value;
  const say = (what: string): void => {
    said.value = what;
  };
  useEffect(() => {
    say('');
  }, [draft]);
  useEffect(() => {
    const flush = (): void => void model.draft.value.flush();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      model.dispose();
    };
  }, [model]);
  return (
    <section class="desk-page article-page" aria-label={draft.words.value.title || texts.untitled}>
      <header>
        <div class="spread">
          <a href="/inbox/articles" onClick={followLink}>
            {texts.back}
          </a>
          <SavingLine draft={draft} texts={texts} />
        </div>
        <Languages model={model} site={list.languages} texts={texts} />
        <Publishing key={draft.language} model={model} zone={list.zone} texts={texts} onSaid={say} />
        <p class="quiet" role="status">
          {said.value}
        </p>
      </header>
      <MaskedNotice model={model} texts={texts} />
      <Conflict draft={draft} texts={texts} onTaken={() => say(texts.takenTheirs)} />
      <div class="row-of-buttons article-parts" role="group" aria-label={texts.parts}>
        {parts.map((one) => (
          <button
            key={one}
            type="button"
            class={`part-${one}`}
            aria-pressed={part.value === one}
            onClick={() => {
              part.value = one;
            }}
          >
            {texts[one]}
          </button>
        ))}
      </div>
      <div class={`article-sides ${part.value}`}>
        <Written model={model} texts={texts} />
        <div class="article-beside">
          <Beside model={model} list={list} texts={texts} part={part.value} onSaid={say} />
        </div>
      </div>
    </section>
  );
};

/** One article while it is written. */
export const ArticleEditor = ({ id, list, texts }: Given & { id: string }) => {
  const staff = useStaff();
  const [model, setModel] = useState<ArticleModel | null>(null);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    const [first = 'en'] = list.languages;
    const open = (article: StaffArticle): void => setModel(createArticleModel(staff, article));
    const openFresh = (): void => {
      const fresh = createArticleModel(staff, freshArticle(id, first, staff.me.id));
      const title = takeTitle(id);
      if (title) fresh.draft.value.write({ title });
      setModel(fresh);
    };
    const read = async (): Promise<void> => {
      try {
        open((await staff.call(getArticle, { path: { article: id } })).article);
      } catch (error) {
        const { code } = asCallError(error);
        if (code !== 'not_found') return void (await staff.attempt(Promise.reject(error)));
        // Begun, and left before the server had a word of it.
        if (createKeeper(staff.membership.site, id, first).read()) openFresh();
        else setGone(true);
      }
    };
    if (isBegun(id)) openFresh();
    else void read();
  }, []);
  if (isGone)
    return (
      <section class="desk-page" aria-label={texts.title}>
        <p class="empty">{texts.gone}</p>
        <a href="/inbox/articles" onClick={followLink}>
          {texts.back}
        </a>
      </section>
    );
  return model && <Opened model={model} list={list} texts={texts} />;
};
