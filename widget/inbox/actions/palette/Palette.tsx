import { inLanguage, useFeatures, useLanguage } from '../../../core/staff/context.ts';
import { go } from '../../../core/staff/router.ts';
import { fill } from '../../../core/text/fill.ts';
import { useInbox } from '../../context.ts';
import { viewName } from '../../list/viewName.ts';
import type { StaffSession } from '../../session/staffSession.ts';
import type { Over } from '../over.ts';
import { Chooser } from './Chooser.tsx';
import { allViews, targetCommands } from './commands.ts';
import { pages } from './pages.tsx';
import { useTargets } from './useTargets.ts';

type Given = { show(over: Over): void; desk: StaffSession; close(): void };

/** Every command by its name. */
const Commands = ({ show, desk, close }: Given) => {
  const inbox = useInbox();
  const features = useFeatures();
  const language = useLanguage();
  const targets = useTargets();
  const { texts, tag } = language;
  return (
    <Chooser
      title={texts.commands}
      gone={close}
      choices={[
        ...(inbox.actions.last.value?.isUndoable
          ? [{ id: 'undo', name: texts.undo, hint: 'z', run: () => void inbox.actions.undo() }]
          : []),
        ...targetCommands(inbox, texts, targets, show),
        { id: 'compose', name: texts.newMessage, hint: 'c', run: () => inbox.compose() },
        {
          id: 'search',
          name: texts.search,
          hint: '/',
          run: () => document.getElementById('inbox-search')?.focus(),
        },
        ...allViews(inbox).map((view) => ({
          id: `go-${view}`,
          name: fill(texts.goTo, { view: viewName(inbox, features, language, view) }),
          run: () => inbox.show(view),
        })),
        { id: 'keys', name: texts.keys, hint: '?', run: () => show('keys') },
        ...features.flatMap(({ area }) =>
          area?.canEnter(inbox.membership)
            ? [
                {
                  id: area.path,
                  name: inLanguage(area.names, tag) ?? area.path,
                  run: () => go(`/inbox/${area.path}`),
                },
              ]
            : [],
        ),
        { id: 'logOut', name: texts.logOut, run: () => void desk.logOut() },
      ]}
    />
  );
};

/** Commands for what is open or picked. */
const ConversationCommands = ({ show, close }: Given) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const targets = useTargets();
  return (
    <Chooser title={texts.moreActions} gone={close} choices={targetCommands(inbox, texts, targets, show)} />
  );
};

/** Every command, or the list that one of them asks with. */
export const Palette = ({
  page,
  show,
  desk,
  gone,
}: {
  page: Exclude<Over, 'keys' | 'forward' | null>;
  show(over: Over): void;
  desk: StaffSession;
  gone?: () => void;
}) => {
  const close = gone ?? (() => {});
  if (page === 'commands') return <Commands show={show} desk={desk} close={close} />;
  if (page === 'conversation') return <ConversationCommands show={show} desk={desk} close={close} />;
  const Page = pages[page];
  return <Page show={show} close={close} />;
};
