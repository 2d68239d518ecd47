import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ModeratedItem } from '../../../shared/core/moderation/schema.ts';
import type { ModerationDecision } from '../../../shared/core/moderation/states.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { Rich } from '../../core/ui/Rich.tsx';
import { BlockForm } from './BlockForm.tsx';
import type { ModerationModel } from './moderationModel.ts';
import type { ModerationTexts } from './texts.ts';
import { textOf } from './textOf.ts';

interface Given {
  item: ModeratedItem;
  model: ModerationModel;
  texts: ModerationTexts;
  name: string;
}

/** The author's earlier contributions, in words. */
const History = ({ item: { author }, texts }: Given) => {
  const { tag } = useLanguage();
  const { approved, refused } = author.history;
  if (author.kind === 'staff') return <span class="quiet">{texts.team}</span>;
  if (approved + refused === 0) return <span class="quiet">{texts.unknown}</span>;
  return (
    <span class="quiet">
      {[
        approved > 0 && counted(tag, texts.approvedBefore, approved),
        refused > 0 && counted(tag, texts.refusedBefore, refused),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
};

/** Kind, author, why it waits, and where it was written. */
const Head = (given: Given) => {
  const { item, texts, name } = given;
  const { tag, texts: own } = useLanguage();
  const { author, reason, reports, at, context } = item;
  return (
    <>
      <p class="work-head">
        <span class="quiet">{textOf(texts, `one_${item.kind}`)}</span>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {author.email && <bdi class="quiet">{author.email}</bdi>}
        {reports > 0 ? (
          <span class="chip red">{counted(tag, texts.reports, reports)}</span>
        ) : (
          reason && <span class="chip orange">{own[`held_${reason}`]}</span>
        )}
        {author.block !== null && <span class="chip red">{texts.blockAgain}</span>}
        {reason !== 'first' && <History {...given} />}
        <time class="quiet" dateTime={new Date(at).toISOString()}>
          {new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(at)}
        </time>
      </p>
      <p class="quiet work-context">
        <a href={context.href} target="_blank" rel="noopener noreferrer" dir="auto">
          {context.title}
        </a>
      </p>
    </>
  );
};

const Files = ({ item: { files } }: Given) => {
  const { site } = useStaff().membership;
  return (
    <p class="work-files">
      {files.map((file) => (
        <a
          key={file.id}
          href={`/api/inbox/${site}/attachments/${file.id}`}
          target="_blank"
          rel="noopener noreferrer"
        >
          {file.width === null ? (
            file.name
          ) : (
            <img
              src={`/api/inbox/${site}/attachments/${file.id}?size=thumbnail`}
              alt={file.name}
              loading="lazy"
            />
          )}
        </a>
      ))}
    </p>
  );
};

const ReportReasons = ({ item: { id, reportReasons }, texts }: Given) => (
  <div class="work-reasons">
    <p class="quiet" id={`reasons-${id}`}>
      {texts.reportReasons}
    </p>
    <ul aria-labelledby={`reasons-${id}`}>
      {reportReasons.map((reason, place) => (
        <li key={`${place}`} dir="auto">
          {reason}
        </li>
      ))}
    </ul>
  </div>
);

const Decisions = ({
  item: { id, state, reports, author },
  model,
  texts,
  isBlocking,
  onBlock,
}: Given & { isBlocking: boolean; onBlock(): void }) => {
  const button = (decision: ModerationDecision, look?: string) => (
    <button type="button" class={look} onClick={() => model.decide(decision, [id])}>
      {texts[decision]}
    </button>
  );
  return (
    <div class="row-of-buttons">
      {(state !== 'public' || reports > 0) && button('publish', 'primary')}
      {state !== 'hidden' && button('hide')}
      {state !== 'waiting' && button('hold')}
      {author.kind === 'visitor' && author.block === null && (
        <button type="button" aria-expanded={isBlocking} onClick={onBlock}>
          {texts.block}
        </button>
      )}
    </div>
  );
};

/** One item that moderators look at. */
export const ItemRow = (
  given: Omit<Given, 'name'> & { isBlocking: boolean; block(id: string | null): void },
) => {
  const { item, model, texts, isBlocking, block } = given;
  const { texts: own } = useLanguage();
  const element = useRef<HTMLLIElement>(null);
  const { id, author, parent } = item;
  const isCurrent = model.current.value === id;
  const name = author.name || own.anonymous;
  const rest = { item, model, texts, name };
  useLayoutEffect(() => {
    if (isCurrent && document.activeElement?.closest('.moderation-queue'))
      element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li
      ref={element}
      class={isCurrent ? 'current' : undefined}
      aria-current={isCurrent || undefined}
      onFocusCapture={() => {
        model.current.value = id;
      }}
    >
      <input
        type="checkbox"
        aria-label={fill(texts.pick, { name })}
        checked={model.picked.value.has(id)}
        onChange={() => model.pick(id)}
      />
      <div class="work-body">
        <Head {...rest} />
        {parent && (
          <blockquote dir="auto">
            <strong>{parent.name || own.anonymous}</strong> {parent.excerpt}
          </blockquote>
        )}
        {item.title && <h3 dir="auto">{item.title}</h3>}
        <div dir="auto">
          <Rich nodes={item.rich} />
        </div>
        {item.reportReasons.length > 0 && <ReportReasons {...rest} />}
        {item.files.length > 0 && <Files {...rest} />}
        <Decisions {...rest} isBlocking={isBlocking} onBlock={() => block(isBlocking ? null : id)} />
        {isBlocking && <BlockForm {...rest} close={() => block(null)} />}
      </div>
    </li>
  );
};
