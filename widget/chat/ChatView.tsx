import { postEnd } from '../../shared/core/conversations/endRoutes.ts';
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { postChat } from '../../shared/chat/routes.ts';
import type { ConversationsPart } from '../core/context.ts';
import { promiseText } from '../core/text/promiseText.ts';
import type { Surface } from '../core/context.ts';
import { useConstant, useLocalSignal } from '../core/ui/hooks.ts';
import { Notice } from '../core/ui/parts.tsx';
import { createAbout } from './about.ts';
import { AboutFields } from './AboutFields.tsx';
import { Problem, useAction } from './useAction.tsx';
import { ContactCard } from './ContactCard.tsx';
import type { CardProps } from './cardProps.ts';
import { Menu } from './Menu.tsx';
import { findOpenChat } from './findOpenChat.ts';
import { Rating } from './Rating.tsx';
import { ReportCard } from './ReportCard.tsx';
import { TranscriptCard } from './TranscriptCard.tsx';
import type { Say } from './words.ts';

/** A chat, begun or to begin: who is there, what was said and promised, and one box that is always the same. */
export const ChatView = (given: { id: string; surface: Surface; part: ConversationsPart; say: Say }) => {
  const { surface, part, say } = given;
  const { context } = surface;
  const { texts, session } = context;
  const store = part.store;
  const now = part.useNow();
  const ground = useRef<HTMLDivElement>(null);
  /** Where we are: another when a new chat begins here. */
  const place = useLocalSignal(given.id === 'chat' ? findOpenChat(store) : given.id);
  const about = useConstant(() => createAbout(context, store));
  const card = useLocalSignal<'transcript' | 'contact' | 'report' | null>(null);
  /** What was done last, in words. */
  const done = useLocalSignal('');
  const ending = useAction();
  const thread = part.thread(place.value, (message) => ({
    method: postChat.method,
    path: postChat.path,
    body: { ...message, language: texts.language, page: part.hostPage(), ...about.body() },
  }));
  const row = thread.conversation.value;
  const here = store.presence.now.value;
  const isAlone = here !== null && !here.online.length;
  const opening = thread.unsent.value.find(({ payload }) => payload.path === postChat.path);
  const isNew = !row && !opening;
  const isClosed = row?.status === 'closed';
  useSignalEffect(() => {
    const { unsent } = part.thread(place.value);
    const refused = unsent.value.find(({ payload }) => payload.path === postChat.path)?.error;
    if (refused?.code === 'invalid') void about.learn(refused);
  });

  const focusOn = (selector: string): void => ground.current?.querySelector<HTMLElement>(selector)?.focus();
  const close = (): void => {
    card.value = null;
    focusOn('[data-more]');
  };
  const finish = (words: string): void => {
    done.value = words;
    close();
  };
  const open = (which: NonNullable<typeof card.value>): void => {
    done.value = '';
    card.value = which;
  };
  const end = async (): Promise<void> => {
    card.value = null;
    done.value = '';
    const path = { conversation: place.value };
    if (!(await ending.run(async () => store.take({ conversation: await session.call(postEnd, { path }) }))))
      return focusOn('[data-more]');
    requestAnimationFrame(() => focusOn('#foyer-rating'));
  };
  const begin = (): void => {
    about.again();
    place.value = findOpenChat(store);
    card.value = null;
    requestAnimationFrame(() => focusOn('textarea'));
  };

  const reported = thread.messages.value.filter(({ author }) => author.kind === 'staff');
  const doing: CardProps = {
    texts,
    say,
    id: place.value,
    call: session.call,
    email: about.said.value.email.trim(),
    onClose: close,
  };
  /** The promise slips: there is another way. */
  const isMoved =
    thread.messages.value.findLast(({ author }) => author.kind !== 'visitor')?.notice?.kind ===
    'promise_moved';
  const callInstead = (): void => {
    store.drafts.write('callFrom', place.value);
    surface.conversation.value = 'callback';
  };
  const keep = (email: string): void => {
    about.set('email', email);
    if (row) store.take({ conversation: { ...row, reachable: true } });
    finish(say('emailKept', { email }));
  };
  return (
    <div class="chat" ref={ground}>
      <part.Talk
        key={place.value}
        surface={surface}
        thread={thread}
        label={
          isClosed
            ? say('writeAgain')
            : isAlone && !row
              ? say('leaveMessage')
              : row
                ? undefined
                : say('firstMessage')
        }
        check={
          isNew
            ? () => {
                const fits = about.check();
                if (!fits) requestAnimationFrame(() => focusOn('[aria-invalid="true"]'));
                return fits;
              }
            : undefined
        }
        head={
          <div class="about chat">
            <div class="top">
              <part.Team surface={surface} isTitle />
              {row && (
                <Menu
                  label={say('more')}
                  items={[
                    ...(isClosed ? [] : [{ label: say('end'), action: () => void end() }]),
                    { label: say('transcript'), action: () => open('transcript') },
                    { label: say('myEmail'), action: () => open('contact') },
                    ...(reported.length ? [{ label: say('report'), action: () => open('report') }] : []),
                    ...(context.settings.features.callback
                      ? [{ label: texts.say('callInstead'), action: callInstead }]
                      : []),
                  ]}
                />
              )}
            </div>
            {row?.promise && !isClosed && (
              <p class={row.promise.at < now ? 'promise late' : 'promise'} role="status">
                {promiseText(context, row.promise, now)}
              </p>
            )}
          </div>
        }
      >
        {isNew && <AboutFields texts={texts} say={say} about={about} isAlone={isAlone} />}
        {row && isAlone && !isClosed && !row.reachable && card.value === null && (
          <ContactCard {...doing} title={say('nobodyLeave')} isAsked={false} onKept={keep} />
        )}
        {isMoved && !isClosed && context.settings.features.callback && (
          <span class="actions">
            <button type="button" onClick={callInstead}>
              {texts.say('callInstead')}
            </button>
          </span>
        )}
        {card.value === 'transcript' && <TranscriptCard {...doing} />}
        {card.value === 'contact' && <ContactCard {...doing} title={say('myEmail')} isAsked onKept={keep} />}
        {card.value === 'report' && (
          <ReportCard {...doing} messages={reported} onDone={() => finish(say('reported'))} />
        )}
        <Problem texts={texts} say={say} action={ending} />
        {done.value && <Notice>{done.value}</Notice>}
        {row && isClosed && (
          <>
            <Rating
              texts={texts}
              say={say}
              row={row}
              call={session.call}
              store={store}
              count={thread.messages.value.length}
            />
            <span class="actions">
              <button type="button" class="text" onClick={begin}>
                {say('newChat')}
              </button>
            </span>
          </>
        )}
      </part.Talk>
    </div>
  );
};
