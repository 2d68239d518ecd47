import { useSignal } from '@preact/signals';
import { newId } from '../../../shared/core/ids.ts';
import { decideModerated } from '../../../shared/core/moderation/routes.ts';
import type { ModerationDecision } from '../../../shared/core/moderation/states.ts';
import { postStaffReply } from '../../../shared/ideas/staffRoutes.ts';
import type { StaffIdea, StaffIdeaDetail } from '../../../shared/ideas/staffSchema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago, exact } from '../../core/staff/i18n.ts';
import { Rich } from '../../core/ui/Rich.tsx';
import type { IdeaTexts } from './texts.ts';

type Reply = StaffIdeaDetail['replies'][number];

/** Earlier words of a reply, the newest first. */
const Versions = ({ reply: { versions }, texts }: { reply: Reply; texts: IdeaTexts }) => {
  const { tag } = useLanguage();
  return (
    <details>
      <summary>{texts.versions}</summary>
      {versions.map(({ body, at }) => (
        <blockquote key={at} dir="auto" title={exact(tag, at)}>
          {body}
        </blockquote>
      ))}
    </details>
  );
};

const ReplyRow = ({
  reply,
  texts,
  decide,
}: {
  reply: Reply;
  texts: IdeaTexts;
  decide(decision: ModerationDecision): void;
}) => {
  const { tag, texts: own } = useLanguage();
  const { now } = useStaff();
  const name = reply.author || texts.guest;
  return (
    <li>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {reply.kind === 'staff' && <span class="chip green">{own.official}</span>}
      {reply.state === 'waiting' && <span class="chip orange">{texts.state_waiting}</span>}
      {reply.state === 'hidden' && <span class="chip">{texts.state_hidden}</span>}
      <time class="quiet" dateTime={new Date(reply.at).toISOString()} title={exact(tag, reply.at)}>
        {ago(tag, reply.at, now.value)}
      </time>
      <blockquote dir="auto">
        <Rich nodes={reply.rich} />
      </blockquote>
      {reply.versions.length > 0 && <Versions reply={reply} texts={texts} />}
      {reply.state !== 'public' && (
        <button
          type="button"
          class="link"
          aria-label={`${texts.publish}: ${name}`}
          onClick={() => decide('publish')}
        >
          {texts.publish}
        </button>
      )}
      {reply.state !== 'hidden' && (
        <button
          type="button"
          class="link"
          aria-label={`${texts.hide}: ${name}`}
          onClick={() => decide('hide')}
        >
          {texts.hide}
        </button>
      )}
    </li>
  );
};

/** The team's reply. What was written stays until it's taken. */
const ReplyForm = ({
  idea,
  texts,
  onDetail,
}: {
  idea: StaffIdea;
  texts: IdeaTexts;
  onDetail(detail: StaffIdeaDetail): void;
}) => {
  const staff = useStaff();
  const text = useSignal('');
  // Tried again, it is the same reply.
  const id = useSignal(newId());
  const field = `reply-${idea.id}`;
  return (
    <form
      class="idea-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const body = { id: id.value, body: text.value };
        const detail = await staff.attempt(staff.call(postStaffReply, { path: { idea: idea.id }, body }));
        if (!detail) return;
        text.value = '';
        id.value = newId();
        onDetail(detail);
      }}
    >
      <div class="field">
        <label for={field}>{texts.replyAsTeam}</label>
        <textarea
          id={field}
          dir="auto"
          rows={3}
          required
          maxLength={10_000}
          aria-describedby={`${field}-hint`}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            id.value = newId();
          }}
        />
        <p class="quiet" id={`${field}-hint`}>
          {texts.replyHint}
        </p>
      </div>
      <div class="row-of-buttons">
        <button type="submit">{texts.postReply}</button>
      </div>
    </form>
  );
};

/** Replies to an idea, with what the team does about them. */
export const Replies = ({
  idea,
  detail,
  texts,
  reload,
  onDetail,
}: {
  idea: StaffIdea;
  detail: StaffIdeaDetail;
  texts: IdeaTexts;
  reload(): Promise<void>;
  onDetail(detail: StaffIdeaDetail): void;
}) => {
  const staff = useStaff();
  const decide = async (id: string, decision: ModerationDecision): Promise<void> => {
    const body = { items: [{ kind: 'reply', id }], decision };
    if (await staff.attempt(staff.call(decideModerated, { body }))) await reload();
  };
  return (
    <section>
      <h4>{texts.replies}</h4>
      {detail.replies.length === 0 && <p class="quiet">{texts.noReplies}</p>}
      {detail.replies.length > 0 && (
        <ul>
          {detail.replies.map((reply) => (
            <ReplyRow
              key={reply.id}
              reply={reply}
              texts={texts}
              decide={(decision) => void decide(reply.id, decision)}
            />
          ))}
        </ul>
      )}
      {idea.state === 'public' && <ReplyForm idea={idea} texts={texts} onDetail={onDetail} />}
    </section>
  );
};
