import { useSignal } from '@preact/signals';
import type { StaffIdea } from '../../../shared/ideas/staffSchema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago, counted, exact, type InboxTexts } from '../../core/staff/i18n.ts';
import { Rich } from '../../core/ui/Rich.tsx';
import { IdeaDetail } from './IdeaDetail.tsx';
import { IdeaText, StatusForm } from './IdeaForms.tsx';
import { IdeaPicker } from './IdeaPicker.tsx';
import type { IdeasModel } from './ideasModel.ts';
import { statusColour } from './statusColour.ts';
import type { IdeaTexts } from './texts.ts';

type Given = { idea: StaffIdea; texts: IdeaTexts };
type Open = 'status' | 'edit' | 'merge' | 'detail';

/** Why it waits; empty for what doesn't. */
const reasonText = (texts: InboxTexts, { reason }: StaffIdea): string =>
  reason ? texts[`held_${reason}`] : '';

/** Votes, title, status, and who asked for it. */
const Head = ({ idea, texts }: Given) => {
  const { tag, texts: own } = useLanguage();
  const { now } = useStaff();
  const why = reasonText(own, idea);
  return (
    <>
      <h3>
        {idea.state === 'public' ? (
          <a href={idea.path} target="_blank" rel="noopener noreferrer" dir="auto">
            {idea.title}
          </a>
        ) : (
          <bdi>{idea.title}</bdi>
        )}
      </h3>
      <p class="idea-facts">
        {idea.state === 'public' && (
          <span class={`chip ${statusColour[idea.status]}`}>{texts[`status_${idea.status}`]}</span>
        )}
        {why && <span class="chip orange">{why}</span>}
        <strong>{counted(tag, texts.votes, idea.votes)}</strong>
        {idea.conversations > 0 && <span>{counted(tag, texts.asked, idea.conversations)}</span>}
        <span class="quiet">
          <bdi>{idea.author || texts.guest}</bdi>
        </span>
        <time class="quiet" dateTime={new Date(idea.at).toISOString()} title={exact(tag, idea.at)}>
          {ago(tag, idea.at, now.value)}
        </time>
      </p>
      {idea.rich.length > 0 && (
        <div class="idea-words" dir="auto">
          <Rich nodes={idea.rich} />
        </div>
      )}
      {idea.noteRich.length > 0 && (
        <blockquote dir="auto">
          <Rich nodes={idea.noteRich} />
        </blockquote>
      )}
    </>
  );
};

/** One idea that staff look at, with what they do about it. */
export const IdeaRow = ({ idea, texts, model }: Given & { model: IdeasModel }) => {
  const open = useSignal<Open | null>(null);
  const close = (): void => {
    open.value = null;
  };
  const toggle = (what: Open, label: string) => (
    <button
      type="button"
      aria-expanded={open.value === what}
      aria-label={`${label}: ${idea.title}`}
      onClick={() => {
        open.value = open.value === what ? null : what;
      }}
    >
      {label}
    </button>
  );
  const decide = (decision: 'publish' | 'hide', label: string, style: string) => (
    <button
      type="button"
      class={style}
      aria-label={`${label}: ${idea.title}`}
      onClick={() => void model.decide(idea, decision)}
    >
      {label}
    </button>
  );
  const isPublic = idea.state === 'public';
  return (
    <li>
      <Head idea={idea} texts={texts} />
      <div class="row-of-buttons">
        {!isPublic && idea.title !== '' && decide('publish', texts.publish, 'primary')}
        {isPublic && toggle('status', texts.setStatus)}
        {toggle('edit', texts.edit)}
        {isPublic && toggle('merge', texts.merge)}
        {toggle('detail', texts.show)}
        {idea.state !== 'hidden' && decide('hide', texts.hide, 'link')}
      </div>
      {open.value === 'status' && (
        <StatusForm
          idea={idea}
          texts={texts}
          save={(status, note) => model.setStatus(idea.id, status, note)}
          close={close}
        />
      )}
      {open.value === 'edit' && (
        <IdeaText
          idea={idea}
          texts={texts}
          save={(title, details) => model.edit(idea.id, title, details)}
          close={close}
        />
      )}
      {open.value === 'merge' && (
        <>
          <p class="quiet">{texts.mergeHint}</p>
          <IdeaPicker
            texts={texts}
            label={texts.mergeInto}
            act={texts.mergeHere}
            without={[idea.id]}
            choose={(into) => void model.merge(idea.id, into.id)}
            close={close}
          />
        </>
      )}
      {open.value === 'detail' && <IdeaDetail idea={idea} model={model} texts={texts} />}
    </li>
  );
};
