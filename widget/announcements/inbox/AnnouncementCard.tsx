import type { ComponentChildren } from 'preact';
import { reactions } from '../../../shared/announcements/kinds.ts';
import type { StaffAnnouncement } from '../../../shared/announcements/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { Card, Counts } from '../../core/staff/editing/Page.tsx';
import { Updates } from './Updates.tsx';
import type { StaffTexts } from './texts.ts';

const Facts = ({ known, zone, texts }: { known: StaffAnnouncement; zone: string; texts: StaffTexts }) => {
  const { tag } = useLanguage();
  return (
    <p class="quiet">
      {texts[`cat_${known.draft.category}`]} · {texts[`form_${known.draft.form}`]} ·{' '}
      {new Intl.DateTimeFormat(tag, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: zone,
      }).format(known.draft.publishAt)}{' '}
      ·{' '}
      <a href={known.path} target="_blank" rel="noopener">
        {texts.open}
      </a>
    </p>
  );
};

const countRows = (known: StaffAnnouncement, texts: StaffTexts): (readonly [string, number])[] => {
  const { category, form } = known.draft;
  const isPrompt = form === 'banner' || form === 'modal';
  return [
    [texts.seen, known.seen],
    ...(category === 'incident'
      ? [[texts.followers, known.followers] as const]
      : reactions.map((one) => [texts[one], known.reactions[one]] as const)),
    ...(isPrompt
      ? ([
          [texts.shown, known.counts.shown],
          [texts.dismissed, known.counts.dismissed],
        ] as const)
      : []),
  ];
};

/** A piece of news as the team sees it: how it stands, and what came of it. */
export const AnnouncementCard = ({
  known,
  zone,
  texts,
  editor,
  onToggle,
  onReload,
}: {
  known: StaffAnnouncement;
  zone: string;
  texts: StaffTexts;
  /** Null while it is closed. */
  editor: ComponentChildren;
  onToggle(): void;
  onReload(): void;
}) => (
  <Card
    title={Object.values(known.draft.texts)[0]?.title}
    state={texts[`state_${known.state}`]}
    isGood={known.state === 'live'}
    edit={texts.edit}
    editor={editor}
    onToggle={onToggle}
  >
    <Facts known={known} zone={zone} texts={texts} />
    <Counts rows={countRows(known, texts)} />
    {known.draft.category === 'incident' && <Updates known={known} texts={texts} onReload={onReload} />}
  </Card>
);
