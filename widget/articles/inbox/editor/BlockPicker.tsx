import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { listArticleBlocks } from '../../../../shared/articles/blockRoutes.ts';
import type { ArticleBlock } from '../../../../shared/articles/blockSchema.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { TextField } from '../../../core/staff/fields.tsx';
import { followLink } from '../../../core/staff/router.ts';
import { useFeatureTexts } from '../../../core/staff/texts.ts';
import { firstWords } from '../blocks/firstWords.ts';
import { texts as blockTexts } from '../blocks/texts.ts';

/** Blocks that are offered at a time. */
const maxShown = 8;
const shownWords = 80;

/** Chooses a block by its name or its words. Escape leaves it. */
export const BlockPicker = (given: { language: string; onPick(name: string): void; onClose(): void }) => {
  const staff = useStaff();
  const texts = useFeatureTexts(blockTexts);
  const words = useSignal('');
  const blocks = useSignal<ArticleBlock[] | null>(null);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void staff.attempt(staff.call(listArticleBlocks, {})).then((found) => {
      if (found) blocks.value = found.blocks;
    });
  }, []);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('input, a')?.focus();
  }, [texts !== null && blocks.value !== null]);
  if (!texts || blocks.value === null) return null;
  const wanted = words.value.trim().toLocaleLowerCase();
  const textOf = ({ texts: own }: ArticleBlock): string => own[given.language] ?? Object.values(own)[0] ?? '';
  const found = blocks.value
    .filter((block) => `${block.name} ${textOf(block)}`.toLocaleLowerCase().includes(wanted))
    .slice(0, maxShown);
  return (
    <div
      class="block-picker"
      role="search"
      ref={form}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        given.onClose();
      }}
    >
      {blocks.value.length === 0 ? (
        <p class="quiet">
          {texts.none}{' '}
          <a href="/inbox/articles/blocks" onClick={followLink}>
            {texts.write}
          </a>
        </p>
      ) : (
        <TextField
          label={texts.search}
          dir="auto"
          value={words.value}
          onValue={(value) => {
            words.value = value;
          }}
        />
      )}
      <p class="quiet" role="status">
        {blocks.value.length > 0 && found.length === 0 ? texts.noneFound : ''}
      </p>
      <ul>
        {found.map((block) => (
          <li key={block.id}>
            <button type="button" dir="auto" onClick={() => given.onPick(block.name)}>
              <strong>{block.name}</strong>{' '}
              <span class="quiet">{firstWords(block, given.language, shownWords)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};
