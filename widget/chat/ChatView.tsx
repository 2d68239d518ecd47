import { useRef } from 'preact/hooks';
import type { ConversationsPart, Surface } from '../core/context.ts';
import { Notice } from '../core/ui/parts.tsx';
import { AboutFields } from './AboutFields.tsx';
import { ChatCards } from './ChatCards.tsx';
import { Greeting } from './Greeting.tsx';
import { ChatHead } from './ChatHead.tsx';
import { Rating } from './Rating.tsx';
import { Problem, useAction } from './useAction.tsx';
import { useCard } from './useCard.ts';
import { useChat } from './useChat.ts';
import type { Translate } from './texts.ts';

/** A chat, begun or to begin: who is there, what was said and promised, and one box that is always the same. */
export const ChatView = (given: {
  id: string;
  surface: Surface;
  part: ConversationsPart;
  text: Translate;
}) => {
  const { surface, part, text } = given;
  const { texts, session } = surface.context;
  const ground = useRef<HTMLDivElement>(null);
  const focusOn = (selector: string): void => ground.current?.querySelector<HTMLElement>(selector)?.focus();
  const chat = useChat(given.id, surface, part);
  const card = useCard(() => focusOn('[data-more]'));
  const ending = useAction();
  const { about, thread, row, isNew, isClosed, isAlone } = chat;

  const end = async (): Promise<void> => {
    card.clear();
    if (!(await ending.run(chat.end))) return focusOn('[data-more]');
    requestAnimationFrame(() => focusOn('#foyer-rating'));
  };
  const begin = (): void => {
    chat.begin();
    card.hide();
    requestAnimationFrame(() => focusOn('textarea'));
  };
  const check = (): boolean => {
    const fits = about.check();
    if (!fits) requestAnimationFrame(() => focusOn('[aria-invalid="true"]'));
    return fits;
  };
  const label = isClosed
    ? text('writeAgain')
    : isAlone && !row
      ? text('leaveMessage')
      : row
        ? undefined
        : text('firstMessage');
  const parts = { surface, part, text, chat, card };
  return (
    <div class="chat" ref={ground}>
      <part.Talk
        key={chat.id}
        surface={surface}
        thread={thread}
        label={label}
        check={isNew ? check : undefined}
        head={
          <>
            <ChatHead {...parts} onEnd={() => void end()} />
            {isNew && <Greeting {...parts} />}
          </>
        }
      >
        {isNew && <AboutFields texts={texts} text={text} about={about} />}
        <ChatCards {...parts} />
        <Problem texts={texts} text={text} action={ending} />
        {card.done.value && <Notice>{card.done.value}</Notice>}
        {row && isClosed && (
          <>
            <Rating
              texts={texts}
              text={text}
              row={row}
              csat={surface.context.settings.csat}
              call={session.call}
              store={part.store}
              count={thread.messages.value.length}
            />
            <span class="actions">
              <button type="button" class="text" onClick={begin}>
                {text('newChat')}
              </button>
            </span>
          </>
        )}
      </part.Talk>
    </div>
  );
};
