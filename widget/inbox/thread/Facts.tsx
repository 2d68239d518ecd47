import type { ComponentChildren } from 'preact';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { kindName, useFeatures, useLanguage } from '../../core/staff/context.ts';
import { exact, moment } from '../../core/staff/i18n.ts';
import { ratingText } from '../../core/staff/ratingText.ts';
import { useInbox } from '../context.ts';
import { Intake } from './Intake.tsx';
import { whereaboutsHold } from '../../../shared/core/conversations/whereaboutsRoutes.ts';

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

/** One thing that is known; nothing where it is not. */
const Fact = ({ name, isText, children }: { name: string; isText?: true; children: ComponentChildren }) =>
  children ? (
    <div>
      <dt>{name}</dt>
      <dd dir={isText && 'auto'}>{children}</dd>
    </div>
  ) : null;

/** The visitor, and where they are. */
const VisitorFacts = ({ thread }: { thread: InboxThread }) => {
  const inbox = useInbox();
  const { texts, tag } = useLanguage();
  const { conversation, visitorSince, device, zone, referrer, whereabouts } = thread;
  const { visitor, page } = conversation;
  const languages = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' });
  const now = inbox.now.value;
  const isHere = whereabouts !== null && now - whereabouts.at < whereaboutsHold;
  return (
    <>
      {visitor.email && (
        <Fact name={texts.email}>
          <bdi>{visitor.email}</bdi> {!visitor.verified && <span class="quiet">({texts.unverified})</span>}
        </Fact>
      )}
      {conversation.intake && <Intake intake={conversation.intake} />}
      <Fact name={texts.language}>{languages.of(conversation.language) ?? conversation.language}</Fact>
      <Fact name={texts.localTime}>{zone && timeIn(tag, zone, now)}</Fact>
      <Fact name={texts.device}>{device}</Fact>
      <Fact name={texts.since}>{exact(tag, visitorSince)}</Fact>
      <Fact name={texts.nowOn}>{isHere && <PageLink {...whereabouts.page} />}</Fact>
      <Fact name={texts.page}>{page && <PageLink {...page} />}</Fact>
      <Fact name={texts.referrer}>{referrer && <PageLink url={referrer} title="" />}</Fact>
    </>
  );
};

/** The conversation's subject, and its promise. */
const ConversationFacts = ({ conversation }: Pick<InboxThread, 'conversation'>) => {
  const features = useFeatures();
  const { texts, tag } = useLanguage();
  const { kind, category, visibility, promise, rating } = conversation;
  return (
    <>
      <Fact name={texts.kind}>{kindName(features, kind, tag)}</Fact>
      <Fact name={texts.category} isText>
        {category}
      </Fact>
      {kind === 'ask' && <Fact name={texts.wishes}>{visibility === 'public' ? texts.yes : texts.no}</Fact>}
      <Fact name={texts.promisedBy}>{promise && moment(tag, promise.at)}</Fact>
      {rating && (
        <Fact name={texts.rating} isText>
          {ratingText(texts, rating.score, rating)}
          {rating.comment && <q>{rating.comment}</q>}
        </Fact>
      )}
    </>
  );
};

/** Everything that is known of a visitor and their conversation. */
export const Facts = ({ thread }: { thread: InboxThread }) => {
  const { texts } = useLanguage();
  const attributes = Object.entries(thread.conversation.visitor.attributes);
  return (
    <>
      <dl>
        <VisitorFacts thread={thread} />
        <ConversationFacts conversation={thread.conversation} />
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
    </>
  );
};
