import type { ConversationsPart, Surface } from '../core/context.ts';
import { promiseText } from '../core/text/promiseText.ts';
import { Menu } from './Menu.tsx';
import type { OpenCard } from './useCard.ts';
import type { Chat } from './useChat.ts';
import type { Translate } from './texts.ts';

/** Props of a chat's parts. */
export interface ChatProps {
  surface: Surface;
  part: ConversationsPart;
  text: Translate;
  chat: Chat;
  card: OpenCard;
}

/** A chat's head: the team, what else can be done, and what was promised. */
export const ChatHead = (given: ChatProps & { onEnd(): void }) => {
  const { surface, part, text, chat, card, onEnd } = given;
  const { context } = surface;
  const { row, isClosed } = chat;
  const now = part.useNow();
  const promise = isClosed ? null : row?.promise;
  const promised = promise ? promiseText(context, promise, now) : undefined;
  return (
    <div class="about chat">
      <div class="top">
        <part.Team surface={surface} isTitle promised={promised} />
        {row && (
          <Menu
            label={text('more')}
            items={[
              ...(isClosed ? [] : [{ label: text('end'), action: onEnd }]),
              { label: text('transcript'), action: () => card.open('transcript') },
              { label: text('myEmail'), action: () => card.open('contact') },
              ...(chat.reportable.length
                ? [{ label: text('report'), action: () => card.open('report') }]
                : []),
              ...(context.settings.features.callback
                ? [{ label: context.texts.get('callInstead'), action: chat.callInstead }]
                : []),
            ]}
          />
        )}
      </div>
      {promise && !chat.isAlone && <p class={promise.at < now ? 'promise late' : 'promise'}>{promised}</p>}
    </div>
  );
};
