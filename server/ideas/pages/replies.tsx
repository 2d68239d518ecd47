/** @jsxImportSource hono/jsx */
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import type { IdeaReply, OwnIdeaPart, PublicIdea } from '../../../shared/ideas/schema.ts';
import { ReportLink } from '../../core/moderation/reports/ReportLink.tsx';
import { fieldNotes, NameField, TrapField } from '../../core/pages/fieldNotes.tsx';
import { Rich, Time } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { ideasPath } from '../rules.ts';
import { ideaTexts } from '../texts.ts';
import { replyWrong } from './parts.tsx';

/* Replies under an idea, and writing one without scripts. */

/** A filled-in reply form, with its faults. */
export interface FilledReply {
  values: { body?: string | undefined; name?: string | undefined };
  wrong: Record<string, FieldCode>;
  /** The write's id, so that sending twice is once; absent where many get the same form. */
  id?: string;
}

/** The path of a form about one's own reply. */
export const replyAction = ({ site, language }: PageCall, id: string, what: 'edit' | 'delete'): string =>
  `${ideasPath(site.key)}/replies/${id}/${what}?lang=${language.tag}`;

const Reply = ({ call, reply, isOwn }: { call: PageCall; reply: IdeaReply; isOwn: boolean }) => {
  const { language, site } = call;
  const texts = ideaTexts(language.tag);
  const isTeam = reply.kind === 'staff';
  return (
    <article class={isTeam ? 'card good' : 'card'} id={`reply-${reply.id}`}>
      {isTeam && (
        <p class="marks">
          <span class="mark">{language.texts.official}</span>
        </p>
      )}
      <div class="rich" dir="auto">
        <Rich nodes={reply.rich} />
      </div>
      <p class="quiet">
        <bdi>{reply.author || (isTeam ? site.settings.teamName || site.name : texts.guest)}</bdi>
        {isTeam && ` · ${texts.team}`}
        {reply.verified && ` · ${texts.verified}`}
        {' · '}
        <Time at={reply.at} language={language} zone={site.settings.hours.zone} />
        {reply.editedAt !== null && ` · ${texts.edited}`}
      </p>
      <p class="row voices">
        {isOwn ? (
          <a href={replyAction(call, reply.id, 'edit')}>{texts.edit}</a>
        ) : (
          !isTeam && <ReportLink call={call} of={{ kind: 'reply', id: reply.id }} />
        )}
      </p>
    </article>
  );
};

const ReplyForm = ({
  call,
  idea,
  filled: { values, wrong, id },
}: {
  call: PageCall;
  idea: PublicIdea;
  filled: FilledReply;
}) => {
  const { site, language } = call;
  const texts = ideaTexts(language.tag);
  const notes = fieldNotes(wrong, (field, code) => replyWrong(call, field, code));
  const { problem, marks } = notes;
  return (
    <section aria-labelledby="write">
      <h2 id="write">{texts.writeReply}</h2>
      <form method="post" action={`${ideasPath(site.key)}/${idea.id}/replies?lang=${language.tag}`}>
        {id !== undefined && <input type="hidden" name="id" value={id} />}
        <label for="body">
          {texts.yourReply} <small>{texts.everybodyReads}</small>
        </label>
        <textarea id="body" name="body" dir="auto" required maxlength={longest.details} {...marks('body')}>
          {values.body ?? ''}
        </textarea>
        {problem('body')}
        <NameField texts={language.texts} value={values.name} notes={notes} />
        <TrapField texts={language.texts} />
        <div class="row">
          <button type="submit">{texts.postReply}</button>
        </div>
      </form>
    </section>
  );
};

/** The replies in their order, the reader's own that wait, and the form for another. */
export const Replies = ({
  call,
  idea,
  own,
  filled,
}: {
  call: PageCall;
  idea: PublicIdea;
  own: OwnIdeaPart | null;
  filled: FilledReply;
}) => {
  const texts = ideaTexts(call.language.tag);
  const waiting = own?.replies.filter(({ state }) => state === 'waiting') ?? [];
  return (
    <>
      <section aria-labelledby="replies">
        <h2 id="replies">{texts.replies}</h2>
        {idea.replies.map((reply) => (
          <Reply call={call} reply={reply} isOwn={own?.replies.some(({ id }) => id === reply.id) ?? false} />
        ))}
        {waiting.map((reply) => (
          <article class="card waiting" id={`reply-${reply.id}`}>
            <p class="quiet">{texts.ownWaiting}</p>
            <div class="rich" dir="auto">
              <Rich nodes={reply.rich} />
            </div>
            <p class="row voices">
              <a href={replyAction(call, reply.id, 'edit')}>{texts.edit}</a>
            </p>
          </article>
        ))}
        {idea.replies.length + waiting.length === 0 && <p class="quiet">{texts.noReplies}</p>}
      </section>
      <ReplyForm call={call} idea={idea} filled={filled} />
    </>
  );
};
