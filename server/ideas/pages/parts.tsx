/** @jsxImportSource hono/jsx */
import type { IdeaCard } from '../../../shared/ideas/schema.ts';
import type { IdeaStatus } from '../../../shared/ideas/states.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { withLanguage } from '../../core/pages/links.ts';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText, fill } from '../../core/pages/texts.ts';
import type { PageTexts } from '../../core/pages/textShape.ts';
import { ideaTexts } from '../texts.ts';

/* What the pages of ideas share. */

export const html = (page: unknown): string => `<!doctype html>${String(page)}`;

/** Where a form leads back to: a list as it was, or the idea's own page. */
export type Back = Partial<Record<'from' | 'order' | 'status' | 'page', string>>;

export const StatusMark = ({ call, status }: { call: PageCall; status: IdeaStatus }) => (
  <span class={`idea-status ${status}`}>{ideaTexts(call.language.tag)[`status_${status}`]}</span>
);

const Arrow = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3 10.5 8 5.5l5 5" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
  </svg>
);

/** One tap: a vote, or taking it back. */
export const VoteButton = ({
  call,
  idea,
  isVoted,
  back = {},
}: {
  call: PageCall;
  idea: Pick<IdeaCard, 'id' | 'title' | 'votes'>;
  isVoted: boolean;
  back?: Back;
}) => {
  const { site, language } = call;
  const texts = ideaTexts(language.tag);
  const count = countText(language.tag, texts.votes, idea.votes);
  const number = new Intl.NumberFormat(language.tag).format(idea.votes);
  return (
    <form
      method="post"
      class="idea-vote"
      action={`/sites/${site.key}/ideas/${idea.id}/vote?lang=${language.tag}`}
    >
      <input type="hidden" name="value" value={isVoted ? 'no' : 'yes'} />
      {Object.entries(back).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        aria-pressed={isVoted ? 'true' : 'false'}
        aria-label={`${number} – ${fill(texts.voteFor, { title: idea.title })} (${count})`}
        title={isVoted ? texts.voted : texts.vote}
      >
        <Arrow />
        <span>{number}</span>
      </button>
    </form>
  );
};

/** Ideas, each with its vote. */
export const IdeaList = ({
  call,
  ideas,
  voted,
  back,
}: {
  call: PageCall;
  ideas: readonly IdeaCard[];
  voted: ReadonlySet<string>;
  back: Back;
}) => {
  const { tag } = call.language;
  return (
    <ul class="ideas">
      {ideas.map((idea) => {
        const lang = primarySubtag(idea.language) === primarySubtag(tag) ? undefined : idea.language;
        return (
          <li id={`idea-${idea.id}`}>
            <VoteButton call={call} idea={idea} isVoted={voted.has(idea.id)} back={back} />
            <div>
              <a href={withLanguage(idea.path, tag)} lang={lang}>
                <bdi>{idea.title}</bdi>
              </a>
              {idea.snippet && (
                <p class="quiet" lang={lang}>
                  <bdi>{idea.snippet}</bdi>
                </p>
              )}
              {idea.status !== 'new' && <StatusMark call={call} status={idea.status} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
};

const maxLengthOf: Record<string, number> = {
  title: longest.title,
  details: longest.details,
  name: longest.name,
  email: longest.email,
};

/** The text of a field's fault. */
export const wrongText = (call: PageCall, field: string, code: FieldCode): string => {
  const texts = ideaTexts(call.language.tag);
  if (code === 'already_there') return texts.already;
  if (code === 'too_many') return texts.tooMany;
  const page = call.language.texts;
  const known = page[`wrong_${code}` as keyof PageTexts];
  return fill(typeof known === 'string' ? known : page.wrong_invalid, { max: maxLengthOf[field] ?? 0 });
};

/** The text of a fault in a reply's form. */
export const replyWrong = (call: PageCall, field: string, code: FieldCode): string => {
  const texts = ideaTexts(call.language.tag);
  if (code === 'already_there') return texts.alreadyReplied;
  if (code === 'too_many') return texts.tooManyReplies;
  return wrongText(call, field === 'body' ? 'details' : field, code);
};
