/** @jsxImportSource hono/jsx */
import type { Message, VisitorConversation } from '../../../shared/core/conversations/schema.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import { findConversation } from '../../core/conversations/queries/conversations.ts';
import { visitorThread } from '../../core/conversations/routes.ts';
import { markSeen } from '../../core/conversations/writes/changes.ts';
import { notFound } from '../../core/http/failure.ts';
import { pageVisitor } from '../../core/pages/forms.ts';
import { type ReaderZone, zoneFor } from '../../core/pages/dates.ts';
import { formatInstant, Layout, Rich } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { fill } from '../../core/pages/texts.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { html, wrongText } from './parts.tsx';

/* A visitor's own conversation, followed without JavaScript. */

const heardText = (
  { language, site }: PageCall,
  conversation: VisitorConversation,
  zone: ReaderZone,
): string => {
  const { texts } = language;
  const { promise } = conversation;
  const team = site.settings.teamName || site.name;
  if (!promise) return fill(texts.heardOpen, { team });
  const time = formatInstant(promise.at, language, zone);
  return promise.owner
    ? fill(texts.heardBy, { name: promise.owner.name, time })
    : fill(texts.heardByTeam, { team, time });
};

const Thread = ({ call, messages, zone }: { call: PageCall; messages: Message[]; zone: ReaderZone }) => (
  <ol class="thread">
    {messages.map((message) => (
      <li class={message.author.kind === 'visitor' ? 'mine' : undefined}>
        <div class="rich" dir="auto">
          <Rich nodes={message.rich} />
        </div>
        {message.quoted && (
          <details>
            <summary>{call.language.texts.quotedText}</summary>
            <p class="quoted" dir="auto">
              {message.quoted}
            </p>
          </details>
        )}
        <span class="quiet">
          <bdi>{message.author.kind === 'visitor' ? call.language.texts.you : message.author.name}</bdi>
          {' · '}
          <time datetime={new Date(message.at).toISOString()}>
            {formatInstant(message.at, call.language, { ...zone, isTheirs: true })}
          </time>
        </span>
      </li>
    ))}
  </ol>
);

export const conversationPage = async (
  call: PageCall,
  id: string,
  wrong: Record<string, FieldCode>,
  text: string,
): Promise<string> => {
  const { ctx, site, hono, language } = call;
  const { texts, tag } = language;
  const visitor = await pageVisitor(ctx, site, hono);
  const row = visitor && (await findConversation(ctx, site.id, id, visitor.id));
  if (!row) throw notFound();
  const { conversation, messages } = await visitorThread(ctx, site.id, row);
  await markSeen(ctx, row, 'visitor', conversation.lastSeq);
  const zone = zoneFor(row.zone, site.settings.hours.zone);
  return html(
    <Layout site={site} language={language} title={conversation.subject} secret>
      <h1>{conversation.subject}</h1>
      {conversation.status === 'closed' ? (
        <p class="quiet">{texts.closed}</p>
      ) : (
        conversation.promise && (
          <p class="card good" role="status">
            <strong>{texts.heard}</strong> {heardText(call, conversation, zone)} {texts.followHere}
          </p>
        )
      )}
      {conversation.publicPath && (
        <p>
          {texts.nowPublic} <a href={withLanguage(conversation.publicPath, tag)}>{conversation.subject}</a>
        </p>
      )}
      <Thread call={call} messages={messages} zone={zone} />
      <form method="post" action={`/sites/${site.key}/conversations/${id}?lang=${tag}`}>
        <input type="hidden" name="id" value={newId(ctx.clock.now())} />
        <label for="body">{texts.yourReply}</label>
        <textarea id="body" name="body" dir="auto" required aria-invalid={wrong['body'] ? 'true' : undefined}>
          {text}
        </textarea>
        {wrong['body'] && <p class="wrong">{wrongText(texts, 'details', wrong['body'])}</p>}
        <div class="row">
          <button type="submit">{texts.send}</button>
        </div>
      </form>
    </Layout>,
  );
};
