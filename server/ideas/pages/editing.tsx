/** @jsxImportSource hono/jsx */
import type { FieldCode } from '../../../shared/core/errors.ts';
import { longest } from '../../../shared/core/fields.ts';
import { fieldNotes } from '../../core/pages/fieldNotes.tsx';
import { Layout } from '../../core/pages/layout.tsx';
import { withLanguage } from '../../core/pages/links.ts';
import type { PageCall } from '../../core/pages/pages.tsx';
import { isOpenToChange } from '../ownIdeas.ts';
import type { IdeaRow } from '../queries/ideas.ts';
import type { ReplyRow } from '../replies/queries.ts';
import { ideaPath, ideasPath } from '../rules.ts';
import { ideaTexts } from '../texts.ts';
import { html, replyWrong, wrongText } from './parts.tsx';
import { replyAction } from './replies.tsx';

/* What a visitor wrote themselves: changing it, and taking a reply away. */

const backTo = ({ site, language }: PageCall, idea: IdeaRow): string =>
  withLanguage(ideaPath(site.key, idea.id, idea.slug), language.tag);

const Ends = ({ call, idea }: { call: PageCall; idea: IdeaRow }) => {
  const texts = ideaTexts(call.language.tag);
  return (
    <div class="row">
      <button type="submit">{texts.save}</button>
      <a class="button plain" href={backTo(call, idea)}>
        {texts.back}
      </a>
    </div>
  );
};

/** Changing one's own idea; once the team works with it, why it can't be changed. */
export const editIdeaPage = (
  call: PageCall,
  idea: IdeaRow,
  given: { title: string; details: string; wrong: Record<string, FieldCode> },
): string => {
  const { site, language } = call;
  const texts = ideaTexts(language.tag);
  const { problem, marks } = fieldNotes(given.wrong, (field, code) => wrongText(call, field, code));
  return html(
    <Layout site={site} language={language} title={texts.editIdea} secret>
      <h1>{texts.editIdea}</h1>
      {isOpenToChange(idea) ? (
        <form method="post" action={`${ideasPath(site.key)}/edit/${idea.id}?lang=${language.tag}`}>
          <label for="title">{texts.yourIdea}</label>
          <input
            type="text"
            id="title"
            name="title"
            dir="auto"
            required
            maxlength={longest.title}
            value={given.title}
            {...marks('title')}
          />
          {problem('title')}
          <label for="details">
            {texts.details} <small>{language.texts.optional}</small>
          </label>
          <textarea id="details" name="details" dir="auto" maxlength={longest.details} {...marks('details')}>
            {given.details}
          </textarea>
          {problem('details')}
          <p class="quiet">{texts.everybodyReads}</p>
          <Ends call={call} idea={idea} />
        </form>
      ) : (
        <>
          <p class="card">{texts.fixed}</p>
          <p>
            <a href={backTo(call, idea)}>{texts.back}</a>
          </p>
        </>
      )}
    </Layout>,
  );
};

/** Changing one's own reply, or taking it away. */
export const editReplyPage = (
  call: PageCall,
  reply: ReplyRow,
  idea: IdeaRow,
  given: { body: string; wrong: Record<string, FieldCode> },
): string => {
  const { site, language } = call;
  const texts = ideaTexts(language.tag);
  const { problem, marks } = fieldNotes(given.wrong, (field, code) => replyWrong(call, field, code));
  return html(
    <Layout site={site} language={language} title={texts.editReply} secret>
      <h1>{texts.editReply}</h1>
      <p>
        <a href={backTo(call, idea)}>
          <bdi>{idea.title}</bdi>
        </a>
      </p>
      <form method="post" action={replyAction(call, reply.id, 'edit')}>
        <label for="body">
          {texts.yourReply} <small>{texts.everybodyReads}</small>
        </label>
        <textarea id="body" name="body" dir="auto" required maxlength={longest.details} {...marks('body')}>
          {given.body}
        </textarea>
        {problem('body')}
        <Ends call={call} idea={idea} />
      </form>
      <form method="post" action={replyAction(call, reply.id, 'delete')} class="row">
        <button type="submit" class="plain small">
          {texts.remove}
        </button>
      </form>
    </Layout>,
  );
};
