import { useLanguage } from '../../../core/staff/context.ts';
import { failureText } from '../../../core/staff/failureText.ts';
import { fill } from '../../../core/text/fill.ts';
import type { ArticleTexts } from '../texts.ts';
import type { TextDraft } from './textDraft.ts';

type Given = { draft: TextDraft; texts: ArticleTexts };

/** Whether what's written is saved. */
export const SavingLine = ({ draft, texts }: Given) => {
  const { texts: inboxTexts } = useLanguage();
  const state = draft.state.value;
  const failure = draft.failure.value;
  if (state === 'refused' && failure)
    return (
      <p class="wrong" role="alert">
        {failureText(inboxTexts, failure)}
      </p>
    );
  return (
    <p class={state === 'waiting' ? 'wrong' : 'quiet'} role="status">
      {state === 'conflict' || state === 'refused' ? '' : texts[state]}
    </p>
  );
};

/** Two people wrote the same text: what is saved now, and which of the two stays. */
export const Conflict = ({ draft, texts, onTaken }: Given & { onTaken(): void }) => {
  const theirs = draft.theirs.value;
  if (!theirs) return null;
  return (
    <section class="box article-conflict" role="alert" aria-labelledby="conflict-title">
      <h3 id="conflict-title">{fill(texts.conflictTitle, { name: theirs.changedBy || texts.somebody })}</h3>
      <p>{texts.conflictLead}</p>
      <pre lang={draft.language} dir="auto" tabIndex={0}>
        <strong>{theirs.title}</strong>
        {`\n\n${theirs.body}`}
      </pre>
      <div class="row-of-buttons">
        <button
          type="button"
          onClick={() => {
            draft.takeTheirs();
            onTaken();
          }}
        >
          {texts.takeTheirs}
        </button>
        <button type="button" class="primary" onClick={() => draft.keepMine()}>
          {texts.keepMine}
        </button>
      </div>
    </section>
  );
};
