import type { ComponentChildren } from 'preact';
import { reactions } from '../../../shared/announcements/kinds.ts';
import type { StaffAnnouncement } from '../../../shared/announcements/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { Card, Counts } from '../../core/staff/editing/Page.tsx';
import { Updates } from './Updates.tsx';
import type { StaffWords } from './words.ts';

const Facts = ({ known, zone, words }: { known: StaffAnnouncement; zone: string; words: StaffWords }) => {
  const { tag } = useLanguage();
  return (
    <p class="quiet">
      {words[`cat_${known.draft.category}`]} · {words[`form_${known.draft.form}`]} ·{' '}
      {new Intl.DateTimeFormat(tag, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: zone,
      }).format(known.draft.publishAt)}{' '}
      ·{' '}
      <a href={known.path} target="_blank" rel="noopener">
        {words.open}
      </a>
    </p>
  );
};

const countRows = (known: StaffAnnouncement, words: StaffWords): (readonly [string, number])[] => {
  const { category, form } = known.draft;
  const isPrompt = form === 'banner' || form === 'modal';
  return [
    [words.seen, known.seen],
    ...(category === 'incident'
      ? [[words.followers, known.followers] as const]
      : reactions.map((one) => [words[one], known.reactions[one]] as const)),
    ...(isPrompt
      ? ([
          [words.shown, known.counts.shown],
          [words.dismissed, known.counts.dismissed],
        ] as const)
      : []),
  ];
};

/** A piece of news as the team sees it: how it stands, and what came of it. */
export const AnnouncementCard = ({
  known,
  zone,
  words,
  editor,
  onToggle,
  onReload,
}: {
  known: StaffAnnouncement;
  zone: string;
  words: StaffWords;
  /** Null while it is closed. */
  editor: ComponentChildren;
  onToggle(): void;
  onReload(): void;
}) => (
  <Card
    title={Object.values(known.draft.texts)[0]?.title}
    state={words[`state_${known.state}`]}
    isGood={known.state === 'live'}
    edit={words.edit}
    editor={editor}
    onToggle={onToggle}
  >
    <Facts known={known} zone={zone} words={words} />
    <Counts rows={countRows(known, words)} />
    {known.draft.category === 'incident' && <Updates known={known} words={words} onReload={onReload} />}
  </Card>
);
