import { useSignal } from '@preact/signals';
import {
  type ArticleBlock,
  deleteArticleBlock,
  putArticleBlock,
} from '../../../../shared/articles/blocks.ts';
import { isAtLeast } from '../../../../shared/core/people/roles.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { ByLanguage } from '../../../core/staff/editing/ByLanguage.tsx';
import { Saving } from '../../../core/staff/editing/Saving.tsx';
import { useRevised } from '../../../core/staff/editing/useRevised.ts';
import { Field, TextField } from '../../../core/staff/fields.tsx';
import { RichPreview } from '../editor/RichPreview.tsx';
import type { BlockTexts } from './texts.ts';

interface Draft {
  name: string;
  texts: Record<string, { body: string }>;
}

const longestName = 60;

const draftOf = ({ name, texts }: ArticleBlock): Draft => ({
  name,
  texts: Object.fromEntries(Object.entries(texts).map(([language, body]) => [language, { body }])),
});

/** One language of a block, with what it becomes. */
const Text = (given: { body: string; language: string; texts: BlockTexts; onBody(body: string): void }) => {
  const { texts, language, body } = given;
  const isShown = useSignal(false);
  return (
    <>
      <Field label={texts.text}>
        {(control) => (
          <textarea
            {...control}
            rows={6}
            dir="auto"
            lang={language}
            value={body}
            onInput={(event) => given.onBody(event.currentTarget.value)}
          />
        )}
      </Field>
      <button
        type="button"
        class="link"
        aria-expanded={isShown.value}
        onClick={() => {
          isShown.value = !isShown.value;
        }}
      >
        {texts.preview}
      </button>
      {isShown.value && (
        <div class="article-preview" lang={language} dir="auto">
          <RichPreview language={language} body={body} empty={texts.empty} />
        </div>
      )}
    </>
  );
};

/** Writes a block in its languages. */
export const BlockEditor = (given: {
  known: ArticleBlock | null;
  id: string;
  /** Of a new one. */
  language: string;
  texts: BlockTexts;
  onReload(): void;
  onDone(): void;
}) => {
  const { texts, id } = given;
  const staff = useStaff();
  const revised = useRevised<ArticleBlock, Draft>(given.known, draftOf, () => ({
    name: '',
    texts: { [given.language]: { body: '' } },
  }));
  const { editing, value, known } = revised;
  const fields = editing.failure.value?.fields;
  const reason =
    fields?.['name'] === 'taken'
      ? texts.taken
      : fields?.['texts'] === 'not_allowed'
        ? texts.nested
        : fields?.['texts'] === 'required'
          ? texts.empty
          : texts.refused;
  const isUsed = (known?.uses ?? 0) > 0;
  const send = async (revision: number, draft: Draft): Promise<ArticleBlock> => {
    const bodies = Object.entries(draft.texts).map(([language, { body }]) => [language, body]);
    const body = { revision, name: draft.name, texts: Object.fromEntries(bodies) };
    return (await staff.call(putArticleBlock, { path: { block: id }, body })).block;
  };
  return (
    <div class="box block-editor">
      {!known && (
        <TextField
          label={texts.name}
          hint={texts.nameHint}
          dir="auto"
          maxLength={longestName}
          value={value.name}
          // A space is what people type between words.
          onValue={(name) => editing.set({ name: name.trimStart().replace(/\s+/g, '-') })}
        />
      )}
      <ByLanguage
        texts={value.texts}
        fresh={{ body: '' }}
        labels={{ add: texts.addLanguage, remove: texts.removeLanguage }}
        draw={({ body }, language, put) => (
          <Text body={body} language={language} texts={texts} onBody={(next) => put({ body: next })} />
        )}
        onTexts={(next) => editing.set({ texts: next })}
      />
      <p class="quiet">{texts.fallback}</p>
      <Saving
        editing={editing}
        texts={{ ...texts, refused: reason }}
        canSave={value.name !== ''}
        onSave={() => void revised.save(send).then((isSaved) => isSaved && given.onReload())}
        onReload={() => {
          given.onReload();
          given.onDone();
        }}
        names={{ name: texts.name, texts: texts.text }}
      />
      {known && !isAtLeast(staff.membership.role, 'admin') && <p class="quiet">{texts.onlyAdmins}</p>}
      {known && isUsed && <p class="quiet">{texts.inUse}</p>}
      {known && !isUsed && isAtLeast(staff.membership.role, 'admin') && (
        <button
          type="button"
          class="link"
          onClick={() => {
            if (!confirm(texts.sureRemove)) return;
            const path = { block: id };
            void revised
              .remove((revision) => staff.call(deleteArticleBlock, { path, body: { revision } }))
              .then((isGone) => {
                if (!isGone) return;
                given.onReload();
                given.onDone();
              });
          }}
        >
          {texts.remove}
        </button>
      )}
    </div>
  );
};
