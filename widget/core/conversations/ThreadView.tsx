import type { ConversationEntry, ConversationsPart, ConversationView } from '../context.ts';
import { promiseText } from '../text/promiseText.ts';
import { reach } from '../net/client.ts';
import type { Surface } from '../context.ts';
import { isTouched } from '../ui/touch.ts';
import { useLocalSignal, useMountEffect } from '../ui/hooks.ts';
import { Notice, Waiting } from '../ui/parts.tsx';

type Given = { surface: Surface; part: ConversationsPart; id: string };

/** A feature's part of its conversations, once it is loaded. */
const OfKind = ({ surface, part, load, id }: Given & { load(): Promise<ConversationEntry> }) => {
  const { context } = surface;
  const view = useLocalSignal<ConversationView | null>(null);
  /** Why it could not be loaded. */
  const stuck = useLocalSignal<'offline' | 'somethingBroke' | null>(null);
  let gone = false;
  const open = async (): Promise<void> => {
    stuck.value = null;
    try {
      const entry = await load();
      const opened = await entry.open(surface, part);
      if (!gone) view.value = opened;
    } catch {
      // A server that answers is not out of reach: then it is the page, or we.
      stuck.value = await reach(context.base).then(
        () => 'somethingBroke' as const,
        () => 'offline' as const,
      );
    }
  };
  useMountEffect(() => {
    void open();
    return () => {
      gone = true;
    };
  });
  const View = view.value;
  if (View) return <View id={id} />;
  return stuck.value ? (
    <Notice bad>
      {context.texts.get(stuck.value)}
      <button type="button" class="text" onClick={() => reach(context.base).then(open, open)}>
        {context.texts.get('tryAgain')}
      </button>
    </Notice>
  ) : (
    <Waiting texts={context.texts} />
  );
};

const Plain = ({ surface, part, id }: Given) => {
  const { texts, base } = surface.context;
  const thread = part.thread(id);
  const now = part.useNow();
  const row = thread.conversation.value;
  return (
    <part.Talk
      surface={surface}
      thread={thread}
      head={
        <div class="about">
          <h2 data-start={isTouched() ? true : undefined} tabIndex={-1} dir="auto">
            {row?.subject}
          </h2>
          {row?.status === 'closed' ? (
            <p class="soft">{texts.get('closedText')}</p>
          ) : (
            row?.promise && <p class="soft">{promiseText(surface.context, row.promise, now)}</p>
          )}
          {row?.publicPath?.startsWith('/') && (
            <a href={base + row.publicPath} target="_blank" rel="noopener noreferrer">
              {texts.get('publicPage')}
            </a>
          )}
        </div>
      }
    />
  );
};

/**
 * One conversation, as its feature shows it.
 * @param given its id, or the name of a feature whose conversation begins here
 */
export const ThreadView = (given: Given) => {
  const row = given.part.store.conversations.value.find(({ id }) => id === given.id);
  const kind = row?.kind ?? given.id;
  const load = given.surface.context.conversationView(kind);
  return load ? <OfKind key={kind} {...given} load={load} /> : <Plain {...given} />;
};
