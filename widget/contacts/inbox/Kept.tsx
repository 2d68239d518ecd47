import { useId, useState } from 'preact/hooks';
import { putAttribute, putStage } from '../../../shared/contacts/routes.ts';
import type { AttributeValue, ContactReply, StageChange } from '../../../shared/contacts/schema.ts';
import type { AttributeDefinition } from '../../../shared/contacts/settings.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { ago } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import type { ContactTexts } from './texts.ts';

/** A text that runs its own way, whatever stands around it. */
const apart = (text: string): string => `\u2068${text}\u2069`;

/** The origin of a value: who set it, and when. */
const SetBy = ({ by, at, texts }: Pick<AttributeValue, 'by' | 'at'> & { texts: ContactTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const given = { name: apart(by.name ?? texts.formerColleague), when: ago(tag, at, staff.now.value) };
  return (
    <p class="quiet">
      {by.via ? fill(texts.setVia, { ...given, token: apart(by.via) }) : fill(texts.setBy, given)}
    </p>
  );
};

const inputs = { text: 'text', number: 'number', date: 'date', link: 'url' } as const;

/** One attribute: its value, and the way to change it. */
const Attribute = ({
  contact,
  defined: { id: attribute, name, type, choices },
  known,
  texts,
  onReply,
}: {
  contact: string;
  defined: AttributeDefinition;
  known: AttributeValue | undefined;
  texts: ContactTexts;
  onReply(reply: ContactReply): void;
}) => {
  const staff = useStaff();
  const id = useId();
  const before = known?.value ?? '';
  // What is being written stays, whatever colleagues save meanwhile; null while nothing is.
  const [draft, setDraft] = useState<{ value: string; from: string } | null>(null);
  const value = draft?.value ?? before;
  const save = async (next: string): Promise<void> => {
    const reply = await staff.attempt(
      staff.call(putAttribute, { path: { contact, attribute }, body: { value: next } }),
    );
    if (!reply) return;
    setDraft((now) => (now?.value === next ? null : now));
    onReply(reply);
  };
  return (
    <form
      class="contact-value field"
      onSubmit={(event) => {
        event.preventDefault();
        void save(value);
      }}
    >
      <label for={id}>
        <bdi>{name}</bdi>
      </label>
      <div class="row-of-buttons">
        {type === 'choice' ? (
          <select id={id} value={before} onChange={(event) => void save(event.currentTarget.value)}>
            <option value="">{texts.notSet}</option>
            {[...new Set([...choices, ...(before ? [before] : [])])].map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        ) : (
          <input
            id={id}
            type={inputs[type] as 'text'}
            dir={type === 'text' ? 'auto' : undefined}
            step={type === 'number' ? 'any' : undefined}
            maxLength={1_000}
            value={value}
            onInput={(event) => {
              const written = event.currentTarget.value;
              setDraft(written === before ? null : { value: written, from: draft?.from ?? before });
            }}
          />
        )}
        {value !== before && type !== 'choice' && <button type="submit">{texts.save}</button>}
      </div>
      {type === 'link' && before !== '' && value === before && (
        <a href={before} target="_blank" rel="noopener noreferrer nofollow ugc">
          <bdi>{before}</bdi>
        </a>
      )}
      {draft && draft.from !== before && value !== before && (
        <p role="status">{fill(texts.savedMeanwhile, { value: apart(before || texts.notSet) })}</p>
      )}
      {known && <SetBy {...known} texts={texts} />}
    </form>
  );
};

/** The stage of a customer, and those before. */
const Stage = ({
  reply: { contact, stages },
  texts,
  onReply,
}: {
  reply: ContactReply;
  texts: ContactTexts;
  onReply(reply: ContactReply): void;
}) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const id = useId();
  const [now, ...earlier] = contact.stages;
  const nameOf = ({ stage }: StageChange): string =>
    stage === null ? texts.noStage : (stages.find((one) => one.id === stage)?.name ?? texts.removedStage);
  const move = async (stage: string): Promise<void> => {
    const found = await staff.attempt(
      staff.call(putStage, { path: { contact: contact.id }, body: { stage: stage || null } }),
    );
    if (found) onReply(found);
  };
  return (
    <div class="contact-value field">
      <label for={id}>{texts.stage}</label>
      <select id={id} value={now?.stage ?? ''} onChange={(event) => void move(event.currentTarget.value)}>
        <option value="">{texts.noStage}</option>
        {stages.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        {now?.stage && !stages.some((one) => one.id === now.stage) && (
          <option value={now.stage}>{texts.removedStage}</option>
        )}
      </select>
      {now && <SetBy {...now} texts={texts} />}
      {earlier.length > 0 && (
        <details>
          <summary>{texts.stageHistory}</summary>
          <ol>
            {earlier.map((change) => (
              <li key={change.at}>
                <bdi>{nameOf(change)}</bdi>{' '}
                <span class="quiet">
                  {fill(texts.setBy, {
                    name: apart(change.by.name ?? texts.formerColleague),
                    when: ago(tag, change.at, staff.now.value),
                  })}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
};

/** The stage and attributes that the team keeps of a contact. */
export const Kept = (given: {
  reply: ContactReply;
  texts: ContactTexts;
  onReply(reply: ContactReply): void;
}) => {
  const { reply, texts, onReply } = given;
  const { contact, attributes, stages } = reply;
  return (
    <section class="box" aria-labelledby="contact-attributes">
      <h3 id="contact-attributes">{texts.attributes}</h3>
      {attributes.length + stages.length === 0 && <p class="quiet">{texts.noAttributes}</p>}
      <div class="grid contact-values">
        {stages.length > 0 && <Stage {...given} />}
        {attributes.map((defined) => {
          const known = contact.values.find(({ attribute }) => attribute === defined.id);
          return (
            <Attribute
              key={defined.id}
              contact={contact.id}
              defined={defined}
              known={known}
              texts={texts}
              onReply={onReply}
            />
          );
        })}
      </div>
    </section>
  );
};
