/** @jsxImportSource hono/jsx */
import type { OwnIdeaPart, PublicIdea } from '../../../shared/ideas/schema.ts';
import type { IdeaState } from '../../../shared/ideas/states.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import { excerpt } from '../../core/content/markdown.ts';
import { ReportLink } from '../../core/moderation/reports/ReportLink.tsx';
import { fieldNotes } from '../../core/pages/fieldNotes.tsx';
import { Layout, Rich, Time } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText, fill } from '../../core/pages/texts.ts';
import { ideasPath, sectionName } from '../rules.ts';
import { ideaTexts } from '../texts.ts';
import { html, StatusMark, VoteButton, wrongText } from './parts.tsx';
import { type FilledReply, Replies } from './replies.tsx';
import { ideaData } from './structured.ts';

/* One idea: what it is, what the team says to it, and the vote. */

/** The notice about what was just done. */
export const said = [
  'waits',
  'posted',
  'voted',
  'unvoted',
  'sent',
  'follows',
  'replyWaits',
  'replyPosted',
  'replyRemoved',
  'saved',
  'editWaits',
] as const;
export type Said = (typeof said)[number];

/** The page as one reader sees it. */
export interface ForReader {
  own: OwnIdeaPart | null;
  state: IdeaState;
  said: Said | null;
  email: string;
  wrong: Record<string, FieldCode>;
  reply: FilledReply;
}

const saidText = (call: PageCall, what: Said): string => {
  const texts = ideaTexts(call.language.tag);
  const all = {
    waits: texts.waits,
    posted: texts.posted,
    voted: texts.votedNow,
    unvoted: texts.unvotedNow,
    sent: texts.followSent,
    follows: texts.followNow,
    replyWaits: texts.replyWaits,
    replyPosted: texts.replyPosted,
    replyRemoved: texts.replyRemoved,
    saved: texts.saved,
    editWaits: texts.editWaits,
  };
  return all[what];
};

const Byline = ({ call, idea }: { call: PageCall; idea: PublicIdea }) => {
  const { language, site } = call;
  const texts = ideaTexts(language.tag);
  return (
    <p class="quiet">
      <bdi>{fill(texts.byline, { name: idea.author || texts.guest })}</bdi>
      {idea.verified && ` · ${texts.verified}`}
      {' · '}
      <Time at={idea.at} language={language} zone={site.settings.hours.zone} />
      {idea.editedAt !== null && ` · ${texts.edited}`}
    </p>
  );
};

/** The way to change one's own idea, or to report another's. */
const OwnOrReport = ({ call, idea, reader }: { call: PageCall; idea: PublicIdea; reader: ForReader }) => {
  const { site, language } = call;
  if (reader.own?.isAuthor)
    return reader.own.canEdit ? (
      <p class="row voices">
        <a href={`${ideasPath(site.key)}/edit/${idea.id}?lang=${language.tag}`}>
          {ideaTexts(language.tag).edit}
        </a>
      </p>
    ) : null;
  return reader.state === 'public' ? (
    <p class="row voices">
      <ReportLink call={call} of={{ kind: 'idea', id: idea.id }} />
    </p>
  ) : null;
};

/** Changes of the status with the team's notes, the newest first. */
const History = ({ call, idea }: { call: PageCall; idea: PublicIdea }) => {
  const { language, site } = call;
  if (idea.history.length === 0) return null;
  return (
    <section aria-labelledby="updates">
      <h2 id="updates">{ideaTexts(language.tag).history}</h2>
      <ol class="idea-steps">
        {idea.history.map(({ status, note, at }) => (
          <li>
            <p class="idea-step">
              <StatusMark call={call} status={status} />
              <span class="quiet">
                <bdi>{site.settings.teamName || site.name}</bdi>
                {' · '}
                <Time at={at} language={language} zone={site.settings.hours.zone} />
              </span>
            </p>
            {note.length > 0 && (
              <div class="rich" dir="auto">
                <Rich nodes={note} />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** An address to hear of changes. */
const Follow = ({ call, idea, reader }: { call: PageCall; idea: PublicIdea; reader: ForReader }) => {
  const { site, language } = call;
  const texts = ideaTexts(language.tag);
  const { problem, marks } = fieldNotes(reader.wrong, (field, code) => wrongText(call, field, code));
  const isOpen = reader.wrong['email'] !== undefined || reader.said === 'voted' || reader.said === 'posted';
  return (
    <details class="idea-follow" open={isOpen}>
      <summary>{texts.follow}</summary>
      <form method="post" action={`${ideasPath(site.key)}/${idea.id}/follow?lang=${language.tag}`}>
        <label for="email">
          {language.texts.yourEmail} <small>{texts.followLead}</small>
        </label>
        <input
          type="email"
          id="email"
          name="email"
          autocomplete="email"
          required
          maxlength={longest.email}
          value={reader.email}
          {...marks('email')}
        />
        {problem('email')}
        <div class="row">
          <button type="submit" class="plain">
            {texts.follow}
          </button>
        </div>
      </form>
    </details>
  );
};

const Notices = ({ call, reader }: { call: PageCall; reader: ForReader }) => (
  <>
    {Object.keys(reader.wrong).length > 0 && (
      <p class="card bad" role="alert">
        {call.language.texts.somethingWrong}
      </p>
    )}
    {reader.said && (
      <p class="card good" role="status">
        {saidText(call, reader.said)}
      </p>
    )}
    {reader.state === 'waiting' && reader.said !== 'waits' && (
      <p class="card waiting">{ideaTexts(call.language.tag).ownWaiting}</p>
    )}
  </>
);

/** The page of one idea. One that waits is its writer's alone. */
export const ideaPage = (call: PageCall, idea: PublicIdea, reader: ForReader): string => {
  const { ctx, site, language } = call;
  const texts = ideaTexts(language.tag);
  const { publicUrl } = ctx.config;
  const url = `${publicUrl}${idea.path}`;
  const isPublic = reader.state === 'public';
  const crumbs = [
    { name: language.texts.helpCentre, href: `${publicUrl}/sites/${site.key}?lang=${language.tag}` },
    {
      name: sectionName(site, language.tag),
      href: `${publicUrl}${ideasPath(site.key)}?lang=${language.tag}`,
    },
    { name: idea.title, href: url },
  ];
  return html(
    <Layout
      site={site}
      language={language}
      title={idea.title}
      description={excerpt(idea.details, 160) || idea.title}
      {...(isPublic
        ? {
            canonical: url,
            markdown: `${url}.md`,
            data: ideaData(site, idea, url, crumbs, texts.guest),
          }
        : { secret: true })}
      crumbs={crumbs}
    >
      <Notices call={call} reader={reader} />
      <article class="idea">
        {isPublic && <VoteButton call={call} idea={idea} isVoted={reader.own?.voted ?? false} />}
        <div>
          <h1 lang={idea.language}>
            <bdi>{idea.title}</bdi>
          </h1>
          <p class="idea-line">
            <StatusMark call={call} status={idea.status} />
            {isPublic && <span class="quiet">{countText(language.tag, texts.votes, idea.votes)}</span>}
            {reader.own?.voted && isPublic && <span class="quiet">{texts.voted}</span>}
          </p>
          {idea.details.length > 0 && (
            <div class="rich" lang={idea.language} dir="auto">
              <Rich nodes={idea.details} />
            </div>
          )}
          <Byline call={call} idea={idea} />
          <OwnOrReport call={call} idea={idea} reader={reader} />
        </div>
      </article>
      <History call={call} idea={idea} />
      {isPublic && <Follow call={call} idea={idea} reader={reader} />}
      {isPublic && <Replies call={call} idea={idea} own={reader.own} filled={reader.reply} />}
    </Layout>,
  );
};
