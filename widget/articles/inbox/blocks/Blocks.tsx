import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { listArticleBlocks } from '../../../../shared/articles/blockRoutes.ts';
import type { ArticleBlock } from '../../../../shared/articles/blockSchema.ts';
import type { ArticleList } from '../../../../shared/articles/schema.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { Card, Page } from '../../../core/staff/editing/Page.tsx';
import { followLink } from '../../../core/staff/router.ts';
import { useFeatureTexts } from '../../../core/staff/texts.ts';
import { counted } from '../../../core/staff/i18n.ts';
import type { ArticleTexts } from '../texts.ts';
import { firstWords } from './firstWords.ts';
import { BlockEditor } from './BlockEditor.tsx';
import { type BlockTexts, texts as blockTexts } from './texts.ts';

/** The articles that use a block. */
const Uses = ({ block, texts, label }: { block: ArticleBlock; texts: BlockTexts; label: string }) => {
  const { tag } = useLanguage();
  const left = block.uses - block.usedIn.length;
  return block.uses === 0 ? null : (
    <details class="block-uses">
      <summary>{label}</summary>
      <ul>
        {block.usedIn.map(({ id, title }) => (
          <li key={id}>
            <a href={`/inbox/articles/${id}`} onClick={followLink} dir="auto">
              {title}
            </a>
          </li>
        ))}
        {left > 0 && <li class="quiet">{counted(tag, texts.more, left)}</li>}
      </ul>
    </details>
  );
};

/** Code units of a block that the list shows. */
const shownWords = 160;

/** Texts that articles share. */
export const Blocks = (given: { list: ArticleList; texts: ArticleTexts }) => {
  const staff = useStaff();
  const { tag, texts: inboxTexts } = useLanguage();
  const texts = useFeatureTexts(blockTexts);
  const blocks = useSignal<ArticleBlock[] | null>(null);
  const open = useSignal<string | null>(null);
  const [language = 'en'] = given.list.languages;
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listArticleBlocks, {}));
    if (found) blocks.value = found.blocks;
  };
  useEffect(() => void load(), [staff.otherChanges.value]);
  if (!texts) return null;
  const isNew = open.value !== null && !blocks.value?.some(({ id }) => id === open.value);
  const close = (): void => {
    open.value = null;
  };
  const edit = (known: ArticleBlock | null, id: string) => (
    <BlockEditor key={id} {...{ known, id, language, texts }} onReload={() => void load()} onDone={close} />
  );
  return (
    <Page
      name="blocks"
      title={given.texts.blocks}
      lead={texts.lead}
      head={
        <>
          <a href="/inbox/articles" onClick={followLink}>
            {given.texts.back}
          </a>
          {!isNew && (
            <p class="row-of-buttons">
              <button
                type="button"
                class="primary"
                onClick={() => {
                  open.value = newId();
                }}
              >
                {texts.add}
              </button>
            </p>
          )}
        </>
      }
    >
      {blocks.value === null && <p class="quiet">{inboxTexts.loading}</p>}
      {blocks.value?.length === 0 && !isNew && <p class="empty">{texts.none}</p>}
      {isNew && open.value !== null && edit(null, open.value)}
      <ul class="cards">
        {blocks.value?.map((block) => (
          <Card
            key={block.id}
            title={block.name}
            state={block.uses ? counted(tag, texts.uses, block.uses) : texts.unused}
            isGood={block.uses > 0}
            edit={texts.edit}
            editor={open.value === block.id ? edit(block, block.id) : null}
            onToggle={() => {
              open.value = open.value === block.id ? null : block.id;
            }}
          >
            <p class="quiet" dir="auto">
              {firstWords(block, language, shownWords)}
            </p>
            <Uses block={block} texts={texts} label={given.texts.title} />
          </Card>
        ))}
      </ul>
    </Page>
  );
};
