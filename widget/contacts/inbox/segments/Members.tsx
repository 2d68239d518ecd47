import { groupsOf } from '../../../../shared/contacts/segments/fields.ts';
import type { Member } from '../../../../shared/contacts/segments/schema.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { fill } from '../../../core/text/fill.ts';
import { chosen } from '../chosen.ts';
import type { ContactTexts } from '../texts.ts';
import { fieldsOf, valueText } from './fieldKinds.ts';
import type { SegmentTexts } from './texts.ts';
import type { SegmentModel } from './useSegment.ts';

interface Given {
  model: SegmentModel;
  texts: SegmentTexts;
  contactTexts: ContactTexts;
}

/** A contact, and why they're in the segment. */
const Row = ({ member, model, texts, contactTexts }: Given & { member: Member }) => {
  const { tag } = useLanguage();
  const { list, shown } = model;
  if (!list) return null;
  const names = new Map(fieldsOf(texts, list));
  const tests = groupsOf(shown)[member.group] ?? shown.conditions;
  const why = tests.map(({ name }, place) =>
    fill(texts.pair, {
      field: names.get(name) ?? '',
      value: valueText(name, member.why[place] ?? null, texts, list, tag),
    }),
  );
  return (
    <li>
      <div class="spread">
        <button type="button" class="link" dir="auto" onClick={() => (chosen.value = member.id)}>
          {member.name || member.email || contactTexts.anonymous}
        </button>
        <span class="quiet">
          <bdi>{member.name ? member.email : ''}</bdi>
        </span>
      </div>
      <span class="quiet">
        {fill(texts.why, { why: new Intl.ListFormat(tag, { type: 'conjunction' }).format(why) })}
      </span>
    </li>
  );
};

/** The contacts of the segment on screen. */
export const Members = (given: Given) => {
  const { model, texts } = given;
  const { found, isWhole } = model;
  if (!isWhole) return <p class="empty">{texts.invalid}</p>;
  if (!found) return null;
  if (found.contacts.length === 0) return <p class="empty">{texts.nobody}</p>;
  return (
    <>
      <ul class="contact-list">
        {found.contacts.map((member) => (
          <Row key={member.id} member={member} {...given} />
        ))}
      </ul>
      {found.next && (
        <div class="row-of-buttons contact-more">
          <button type="button" onClick={() => void model.more()}>
            {texts.more}
          </button>
        </div>
      )}
    </>
  );
};
