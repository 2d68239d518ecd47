import { useSignal } from '@preact/signals';
import { deleteArticleBlock, putArticleBlock } from '../../../../shared/articles/blockRoutes.ts';
import type { ArticleBlock } from '../../../../shared/articles/blockSchema.ts';
import { isAtLeast } from '../../../../shared/core/people/roles.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { ByLanguage } from '../../../core/staff/editing/ByLanguage.tsx';
import { Saving } from '../../../core/staff/editing/Saving.tsx';
import { useRevised } from '../../../core/staff/editing/useRevised.ts';
import type { CallError } from '../../../core/net/client.ts';
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

/** Why a block wasn't saved, where there's more to say than which field it was. */
const refusalOf = (error: CallError | null, texts: BlockTexts): string => {
  const { name, texts: text } = error?.fields ?? {};
  if (name === 'taken') return texts.taken;
  if (text === 'not_allowed') return texts.nested;
  return text === 'required' ? texts.empty : texts.refused;
};

/** The way to delete a block: for admins, once no article uses it. */
const Deleting = (given: { known: ArticleBlock; texts: BlockTexts; onDelete(): Promise<void> }) => {
  const { known, texts } = given;
  const staff = useStaff();
  if (!isAtLeast(staff.membership.role, 'admin')) return <p class="quiet">{texts.onlyAdmins}</p>;
  if (known.uses > 0) return <p class="quiet">{texts.inUse}</p>;
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        if (confirm(texts.sureRemove)) void given.onDelete();
      }}
    >
      {texts.remove}
    </button>
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
  const send = async (revision: number, draft: Draft): Promise<ArticleBlock> => {
    const bodies = Object.entries(draft.texts).map(([language, { body }]) => [language, body]);
    const body = { revision, name: draft.name, texts: Object.fromEntries(bodies) };
    return (await staff.call(putArticleBlock, { path: { block: id }, body })).block;
  };
  const remove = async (): Promise<void> => {
    const path = { block: id };
    if (!(await revised.remove((revision) => staff.call(deleteArticleBlock, { path, body: { revision } }))))
      return;
    given.onReload();
    given.onDone();
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
        texts={{ ...texts, refused: refusalOf(editing.failure.value, texts) }}
        canSave={value.name !== ''}
        onSave={() => void revised.save(send).then((isSaved) => isSaved && given.onReload())}
        onReload={() => {
          given.onReload();
          given.onDone();
        }}
        names={{ name: texts.name, texts: texts.text }}
      />
      {known && <Deleting known={known} texts={texts} onDelete={remove} />}
    </div>
  );
};
