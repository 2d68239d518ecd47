import { hasVisibleText } from '../../shared/core/visibleText.ts';
import { postChat } from '../../shared/chat/routes.ts';
import { startChat } from '../../shared/chat/schema.ts';
import { visitorThread as threadSchema } from '../../shared/core/conversations/schema.ts';
import { findAttachment } from '../core/content/attachments/queries.ts';
import { isFlooded } from '../core/conversations/flood.ts';
import { hostContextOf } from '../core/conversations/hostContext.ts';
import { visitorThread } from '../core/conversations/routes.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { openConversation } from '../core/conversations/writes/opening.ts';
import { Failure } from '../core/http/failure.ts';
import { type Api, mount } from '../core/http/mount.ts';
import { fingerprint } from '../core/people/secrets.ts';
import { readIntake, reasonToHold, subjectOf } from './rules.ts';

/** Chat: a conversation that begins with what the visitor says, without a form. */
export const mountChat = (api: Api): void => {
  mount(
    api,
    postChat,
    {
      access: 'newcomer',
      rate: 'write',
      body: startChat,
      reply: threadSchema,
      operationId: 'createChat',
      summary: 'Start a chat with its first message',
    },
    async ({ ctx, site, visitor, body, read }) => {
      if (site.settings.paused || !site.settings.features.chat)
        throw new Failure('unavailable', 'Chat isn’t available right now.', { retryAfter: 3_600 });
      const { intake, fields } = readIntake(site.settings.chat, body, ctx.clock.now());
      // What was stored is stored, whatever is asked for by now.
      if (Object.keys(fields).length > 0 && !(await findConversation(ctx, site.id, body.id, visitor.id)))
        throw new Failure('invalid', 'A required answer is missing.', { fields });
      const [file] = body.attachments ?? [];
      const firstFile = file && !hasVisibleText(body.body) ? await findAttachment(ctx, site.id, file) : null;
      const row = await openConversation(ctx, site, visitor, {
        id: body.id,
        kind: 'chat',
        subject: subjectOf(body.body, firstFile?.name),
        body: body.body,
        attachments: body.attachments,
        language: body.language,
        category: null,
        visibility: 'private',
        place: hostContextOf(site, body.page, read),
        held: reasonToHold({ honeypot: body.website ?? '', flooded: isFlooded(ctx, site) }) !== null,
        fingerprint: fingerprint(
          body.body,
          body.name,
          body.email,
          body.attachments?.join(),
          // As it always was, where nothing is asked.
          ...(body.answers ? [JSON.stringify(body.answers)] : []),
        ),
        intake,
        name: body.name ?? null,
        email: body.email ?? null,
      });
      return visitorThread(ctx, site.id, row);
    },
  );
};
