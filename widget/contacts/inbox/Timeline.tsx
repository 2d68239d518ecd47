import { useEffect, useState } from 'preact/hooks';
import { getTimeline } from '../../../shared/contacts/routes.ts';
import type { TimelineEntry, TimelinePage } from '../../../shared/contacts/schema.ts';
import { kindName, useFeatures, useLanguage, useStaff } from '../../core/staff/context.ts';
import { exact } from '../../core/staff/i18n.ts';
import { go } from '../../core/staff/router.ts';
import { fill } from '../../core/text/fill.ts';
import { mergeTimeline } from './mergeTimeline.ts';
import type { ContactTexts } from './texts.ts';

/** The name of an entry, in words. */
const nameOf = ({ kind, by, detail }: TimelineEntry, texts: ContactTexts): string => {
  if (kind === 'message')
    return detail === 'note'
      ? texts.message_note
      : by === 'staff'
        ? texts.message_staff
        : texts.message_person;
  if (kind === 'mail') return by === 'person' ? texts.mail_in : texts.mail_out;
  if (kind === 'survey') return fill(texts.kind_survey, { score: detail ?? '' });
  return texts[`kind_${kind}`];
};

/** More about it, where there is a word for that. */
const detailOf = (detail: string | null, texts: ContactTexts): string | undefined =>
  (texts as unknown as Record<string, string | undefined>)[`detail_${detail}`];

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);

const Entry = ({ entry, texts }: { entry: TimelineEntry; texts: ContactTexts }) => {
  const staff = useStaff();
  const features = useFeatures();
  const { tag } = useLanguage();
  const { conversation, url } = entry;
  const more =
    entry.kind === 'conversation' && entry.detail
      ? kindName(features, entry.detail, tag)
      : detailOf(entry.detail, texts);
  return (
    <li>
      <div class="spread">
        <span class="kind">
          {nameOf(entry, texts)}
          {more && <span class="quiet"> · {more}</span>}
        </span>
        <time class="quiet" dateTime={new Date(entry.at).toISOString()} title={exact(tag, entry.at)}>
          {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(entry.at)}
        </time>
      </div>
      {entry.text && <p dir="auto">{entry.text}</p>}
      {url && isWeb(url) && (
        <a href={url} target="_blank" rel="noopener noreferrer nofollow ugc">
          <bdi dir="ltr">{url}</bdi>
        </a>
      )}
      {conversation && entry.kind !== 'message' && (
        <button
          type="button"
          class="link"
          onClick={() => {
            staff.open(conversation);
            go('/inbox');
          }}
        >
          {texts.openConversation}
        </button>
      )}
    </li>
  );
};

/** All that was between us and a contact, the newest first. */
export const Timeline = ({
  id,
  texts,
  changes = 0,
}: {
  id: string;
  texts: ContactTexts;
  changes?: number;
}) => {
  const staff = useStaff();
  const [page, setPage] = useState<TimelinePage | null>(null);
  const load = async (after?: string): Promise<void> => {
    const found = await staff.attempt(
      staff.call(getTimeline, { path: { contact: id }, query: after === undefined ? {} : { after } }),
    );
    if (found)
      setPage((known) =>
        after && known
          ? { ...found, entries: [...known.entries, ...found.entries] }
          : mergeTimeline(known, found),
      );
  };
  useEffect(() => void load(), [id, changes]);
  return (
    <section aria-labelledby="timeline-title">
      <h3 id="timeline-title" class="timeline-title">
        {texts.timeline}
      </h3>
      {page?.entries.length === 0 && <p class="empty">{texts.nothing}</p>}
      {page && page.entries.length > 0 && (
        <ol class="timeline">
          {page.entries.map((entry) => (
            <Entry key={`${entry.kind} ${entry.id}`} entry={entry} texts={texts} />
          ))}
        </ol>
      )}
      {page?.next && (
        <div class="row-of-buttons contact-more">
          <button type="button" onClick={() => void load(page.next ?? undefined)}>
            {texts.more}
          </button>
        </div>
      )}
    </section>
  );
};
