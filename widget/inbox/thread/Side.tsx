import { whereaboutsHold } from '../../../shared/core/conversations/whereaboutsRoutes.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { kindName, useFeatures, useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { exact, moment } from '../../core/staff/i18n.ts';
import { Icon, IconButton } from '../../core/staff/Icon.tsx';
import type { Over } from '../actions/over.ts';
import { Intake } from './Intake.tsx';

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url);
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');

/** An address of a page that somebody else wrote: a link where it is one, and always the host that it leads to. */
const PageLink = ({ url, title }: { url: string; title: string }) => (
  <>
    {isWeb(url) ? (
      <a href={url} target="_blank" rel="noopener noreferrer nofollow ugc">
        <bdi>{title || url}</bdi>
      </a>
    ) : (
      <bdi>{title}</bdi>
    )}
    <span class="quiet host">
      <bdi dir="ltr">{hostOf(url)}</bdi>
    </span>
  </>
);

/** Time where the visitor is; empty when their browser named a zone that this one does not know. */
const timeIn = (tag: string, zone: string, now: number): string => {
  try {
    return new Intl.DateTimeFormat(tag, {
      timeZone: zone,
      weekday: 'short',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }).format(now);
  } catch {
    return '';
  }
};

/** Who it is, where they wrote, what came before. */
export const Side = ({
  thread,
  shown,
  close,
  choose,
}: {
  thread: InboxThread;
  shown: boolean;
  close(): void;
  choose(over: Over): void;
}) => {
  const inbox = useInbox();
  const features = useFeatures();
  const { texts, tag } = useLanguage();
  const { conversation, earlier, visitorSince, device, zone, referrer, whereabouts } = thread;
  const { visitor, page, rating } = conversation;
  const languageName = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  const localTime = zone ? timeIn(tag, zone, inbox.now.value) : '';
  const isHere = whereabouts !== null && inbox.now.value - whereabouts.at < whereaboutsHold;
  const attributes = Object.entries(visitor.attributes);
  return (
    <aside class={shown ? 'side shown' : 'side'} aria-label={texts.details}>
      <IconButton icon="close" label={texts.done} class="only-medium" onClick={close} />
      <h3 dir="auto">{visitor.name || texts.anonymous}</h3>
      <p class="marks">
        {visitor.verified && <span class="chip green">{texts.verified}</span>}
        {visitor.blocked && <span class="chip red">{texts.blocked}</span>}
        {visitor.emailAnswered && <span class="chip grey">{texts.emailAnswered}</span>}
      </p>
      <dl>
        {visitor.email && (
          <div>
            <dt>{texts.email}</dt>
            <dd>
              <bdi>{visitor.email}</bdi>{' '}
              {!visitor.verified && <span class="quiet">({texts.unverified})</span>}
            </dd>
          </div>
        )}
        {conversation.intake && <Intake intake={conversation.intake} />}
        <div>
          <dt>{texts.language}</dt>
          <dd>{languageName.of(conversation.language) ?? conversation.language}</dd>
        </div>
        {localTime && (
          <div>
            <dt>{texts.localTime}</dt>
            <dd>{localTime}</dd>
          </div>
        )}
        {device && (
          <div>
            <dt>{texts.device}</dt>
            <dd>{device}</dd>
          </div>
        )}
        <div>
          <dt>{texts.since}</dt>
          <dd>{exact(tag, visitorSince)}</dd>
        </div>
        {isHere && (
          <div>
            <dt>{texts.nowOn}</dt>
            <dd>
              <PageLink {...whereabouts!.page} />
            </dd>
          </div>
        )}
        {page && (
          <div>
            <dt>{texts.page}</dt>
            <dd>
              <PageLink {...page} />
            </dd>
          </div>
        )}
        {referrer && (
          <div>
            <dt>{texts.referrer}</dt>
            <dd>
              <PageLink url={referrer} title="" />
            </dd>
          </div>
        )}
        <div>
          <dt>{texts.kind}</dt>
          <dd>{kindName(features, conversation.kind, tag)}</dd>
        </div>
        {conversation.category && (
          <div>
            <dt>{texts.category}</dt>
            <dd dir="auto">{conversation.category}</dd>
          </div>
        )}
        {conversation.kind === 'ask' && (
          <div>
            <dt>{texts.wishes}</dt>
            <dd>{conversation.visibility === 'public' ? texts.yes : texts.no}</dd>
          </div>
        )}
        {conversation.promise && (
          <div>
            <dt>{texts.promisedBy}</dt>
            <dd>{moment(tag, conversation.promise.at)}</dd>
          </div>
        )}
        {rating && (
          <div>
            <dt>{texts.rating}</dt>
            <dd dir="auto">
              {texts[`rating_${rating.score}`]}
              {rating.comment && <q>{rating.comment}</q>}
            </dd>
          </div>
        )}
      </dl>
      {attributes.length > 0 && (
        <>
          <h3>{texts.attributes}</h3>
          <dl>
            {attributes.map(([name, value]) => (
              <div key={name}>
                <dt dir="auto">{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <h3>{texts.assignee}</h3>
      <button type="button" class="holder-button" onClick={() => choose('assign')}>
        <Icon name={conversation.assignee ? 'mine' : conversation.team ? 'team' : 'unassigned'} />
        <span dir="auto">
          {[conversation.assignee?.name, conversation.team?.name].filter(Boolean).join(' · ') || texts.nobody}
        </span>
      </button>
      {features.map(({ kind, Side: Own }) => Own && <Own key={kind} thread={thread} />)}
      <h3>{texts.earlier}</h3>
      {earlier.length === 0 ? (
        <p class="quiet">{texts.none}</p>
      ) : (
        <ul class="earlier">
          {earlier.map((other) => (
            <li key={other.id}>
              <button type="button" class="link" dir="auto" onClick={() => inbox.open(other.id)}>
                {other.subject}
              </button>{' '}
              <span class="quiet">{texts[`status_${other.status}`]}</span>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
};
