import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { getStaffIdea } from '../../../shared/ideas/staffRoutes.ts';
import type { StaffIdea, StaffIdeaDetail } from '../../../shared/ideas/staffSchema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago, counted, exact } from '../../core/staff/i18n.ts';
import { Rich } from '../../core/ui/Rich.tsx';
import { fill } from '../../core/text/fill.ts';
import type { IdeasModel } from './ideasModel.ts';
import { Replies } from './Replies.tsx';
import { statusColour } from './statusColour.ts';
import type { IdeaTexts } from './texts.ts';

const Part = ({ title, none, children }: { title: string; none?: string; children: ComponentChildren[] }) =>
  children.length === 0 && none === undefined ? null : (
    <section>
      <h4>{title}</h4>
      {children.length === 0 && <p class="quiet">{none}</p>}
      {children.length > 0 && <ul>{children}</ul>}
    </section>
  );

/** The name of who did something, and when. */
const By = ({ name, at, texts }: { name: string; at: number; texts: IdeaTexts }) => {
  const { tag } = useLanguage();
  const { now } = useStaff();
  const time = ago(tag, at, now.value);
  return (
    <span class="quiet" title={exact(tag, at)}>
      <bdi>{name ? fill(texts.byAt, { name, time }) : time}</bdi>
    </span>
  );
};

/** Conversations in which somebody asked for it. */
const Requests = ({ detail, texts }: { detail: StaffIdeaDetail; texts: IdeaTexts }) => {
  const staff = useStaff();
  return (
    <Part title={texts.conversations} none={texts.noConversations}>
      {detail.conversations.map(({ conversation, subject, visitor, by, at }) => (
        <li key={`${conversation} ${at}`}>
          {conversation ? (
            <button type="button" class="link" onClick={() => staff.open(conversation)}>
              <bdi>{[visitor || texts.guest, subject || texts.noSubject].join(': ')}</bdi>
            </button>
          ) : (
            <span>{texts.erased}</span>
          )}
          <By name={by} at={at} texts={texts} />
        </li>
      ))}
    </Part>
  );
};

/** All that is known of an idea besides its words: its steps, where it was asked for, what it was merged with. */
export const IdeaDetail = ({
  idea,
  model,
  texts,
}: {
  idea: StaffIdea;
  model: IdeasModel;
  texts: IdeaTexts;
}) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const detail = useSignal<StaffIdeaDetail | null>(null);
  const show = (reply: StaffIdeaDetail | null): void => {
    if (reply) detail.value = reply;
  };
  const load = (): Promise<void> =>
    staff.attempt(staff.call(getStaffIdea, { path: { idea: idea.id } })).then(show);
  useEffect(() => {
    void load();
  }, [idea.id, staff.otherChanges.value]);
  if (!detail.value) return null;
  const { history, versions, merged } = detail.value;
  return (
    <div class="idea-detail">
      <Replies idea={idea} detail={detail.value} texts={texts} reload={load} onDetail={show} />
      <Requests detail={detail.value} texts={texts} />
      <Part title={texts.history} none={texts.noHistory}>
        {history.map(({ id, status, noteRich, by, at }) => (
          <li key={id}>
            <span class={`chip ${statusColour[status]}`}>{texts[`status_${status}`]}</span>
            <By name={by} at={at} texts={texts} />
            {noteRich.length > 0 && (
              <blockquote dir="auto">
                <Rich nodes={noteRich} />
              </blockquote>
            )}
          </li>
        ))}
      </Part>
      <Part title={texts.merged}>
        {merged.map(({ id, title, votes }) => (
          <li key={id}>
            <bdi>{title}</bdi>
            <span class="quiet">{counted(tag, texts.votes, votes)}</span>
            <button
              type="button"
              class="link"
              aria-label={`${texts.unmerge}: ${title}`}
              onClick={() => void model.unmerge(id)}
            >
              {texts.unmerge}
            </button>
          </li>
        ))}
      </Part>
      <Part title={texts.versions}>
        {versions.map(({ id, title, details, by, at }) => (
          <li key={id}>
            <blockquote dir="auto">
              <strong>{title}</strong>
              {details && `\n${details}`}
            </blockquote>
            <By name={by} at={at} texts={texts} />
          </li>
        ))}
      </Part>
    </div>
  );
};
