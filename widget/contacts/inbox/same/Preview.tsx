import { useEffect, useRef, useState } from 'preact/hooks';
import { previewLink, putLink } from '../../../../shared/contacts/routes.ts';
import type { ContactReply, LinkPreview, LinkSide } from '../../../../shared/contacts/schema.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { counted } from '../../../core/staff/i18n.ts';
import type { ContactTexts } from '../texts.ts';
import { nameOf } from './names.ts';
import type { SameTexts } from './texts.ts';

interface Given {
  reply: ContactReply;
  texts: SameTexts;
  contactTexts: ContactTexts;
}

/** One of the two, with what they bring along. */
const Side = ({ side, reply, texts, contactTexts }: Given & { side: LinkSide }) => {
  const { tag } = useLanguage();
  const stage = reply.stages.find(({ id }) => id === side.stage)?.name;
  const facts: [name: string, value: string][] = [
    ...(side.email ? [[contactTexts.email, side.email] as [string, string]] : []),
    ...side.customers.map((id): [string, string] => [contactTexts.customerId, id]),
    ...(stage ? [[contactTexts.stage, stage] as [string, string]] : []),
    ...side.values.flatMap(({ attribute, value }): [string, string][] => {
      const defined = reply.attributes.find(({ id }) => id === attribute);
      return defined ? [[defined.name, value]] : [];
    }),
  ];
  return (
    <div class="box stack">
      <strong dir="auto">{nameOf(side, contactTexts)}</strong>
      <span class="quiet">{counted(tag, texts.conversations, side.conversations)}</span>
      {facts.length > 0 && (
        <dl class="contact-facts">
          {facts.map(([name, value]) => (
            <div key={`${name} ${value}`}>
              <dt>
                <bdi>{name}</bdi>
              </dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
};

/** Two contacts before they are put together. */
export const Preview = (
  given: Given & { other: string; onCancel(): void; onLinked(reply: ContactReply): void },
) => {
  const { reply, other, texts, onCancel, onLinked } = given;
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const contact = reply.contact.id;
  const heading = useRef<HTMLHeadingElement>(null);
  // The same press again, after a lost answer, makes no second link.
  const link = useRef(newId());
  const [shown, setShown] = useState<LinkPreview | null>(null);
  const [isSure, setSure] = useState(false);
  useEffect(() => {
    void staff.attempt(staff.call(previewLink, { path: { contact, other } })).then(setShown);
  }, [other]);
  useEffect(() => heading.current?.focus(), [shown !== null]);
  if (!shown) return <p class="quiet">{inboxTexts.loading}</p>;
  const confirm = async (): Promise<void> => {
    const body = { other, ...(shown.areCustomers && { customers: isSure }) };
    const next = await staff.attempt(staff.call(putLink, { path: { contact, link: link.current }, body }));
    if (next) onLinked(next);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <h4 ref={heading} tabIndex={-1}>
        {shown.isSame ? texts.already : texts.together}
      </h4>
      <div class="grid contact-values">
        <Side side={shown.contact} {...given} />
        <Side side={shown.other} {...given} />
      </div>
      {!shown.isSame && <p class="quiet">{texts.hint}</p>}
      {!shown.isSame && shown.areCustomers && (
        <label class="check">
          <input
            type="checkbox"
            required
            checked={isSure}
            onChange={(event) => setSure(event.currentTarget.checked)}
          />
          <span>{texts.sure}</span>
        </label>
      )}
      <div class="row-of-buttons">
        {!shown.isSame && (
          <button type="submit" class="primary">
            {texts.confirm}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};
