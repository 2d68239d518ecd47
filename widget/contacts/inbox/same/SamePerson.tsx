import { useState } from 'preact/hooks';
import { deleteLink } from '../../../../shared/contacts/routes.ts';
import type { ContactLink, ContactReply, ContactRow } from '../../../../shared/contacts/schema.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { ago } from '../../../core/staff/i18n.ts';
import { useFeatureTexts } from '../../../core/staff/texts.ts';
import { fill } from '../../../core/text/fill.ts';
import type { ContactTexts } from '../texts.ts';
import { apart, nameOf } from './names.ts';
import { Preview } from './Preview.tsx';
import { Search } from './Search.tsx';
import { type SameTexts, texts as loaders } from './texts.ts';

interface Given {
  reply: ContactReply;
  contactTexts: ContactTexts;
  onReply(reply: ContactReply): void;
}

/** Two contacts that were put together, by whom, and the way back. */
const LinkRow = ({
  link,
  texts,
  contactTexts,
  onSeparate,
}: {
  link: ContactLink;
  texts: SameTexts;
  contactTexts: ContactTexts;
  onSeparate(): void;
}) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const [one, other] = link.contacts.map((row) => apart(nameOf(row, contactTexts)));
  const by = {
    name: apart(link.by.name ?? contactTexts.formerColleague),
    when: ago(tag, link.at, staff.now.value),
  };
  const pair = fill(texts.both, { one: one ?? '', other: other ?? '' });
  return (
    <li class="spread">
      <span>
        {pair}{' '}
        <span class="quiet">
          {link.by.via
            ? fill(contactTexts.setVia, { ...by, token: apart(link.by.via) })
            : fill(contactTexts.setBy, by)}
        </span>
      </span>
      <button type="button" aria-label={`${texts.separate}: ${pair}`} onClick={onSeparate}>
        {texts.separate}
      </button>
    </li>
  );
};

/** All who were put together with a contact. */
const Links = ({
  links,
  onSeparate,
  ...texts
}: {
  links: readonly ContactLink[];
  texts: SameTexts;
  contactTexts: ContactTexts;
  onSeparate(link: string): void;
}) =>
  links.length === 0 ? null : (
    <ul class="contact-links">
      {links.map((link) => (
        <LinkRow key={link.id} link={link} {...texts} onSeparate={() => onSeparate(link.id)} />
      ))}
    </ul>
  );

/** Everyone whom the team takes for the same person as this contact. */
export const SamePerson = ({ reply, contactTexts, onReply }: Given) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const texts = useFeatureTexts(loaders);
  const [isSearching, setSearching] = useState(false);
  const [other, setOther] = useState<ContactRow | null>(null);
  const [said, setSaid] = useState('');
  if (!texts) return null;
  const { contact } = reply;
  const end = (text: string): void => {
    setSearching(false);
    setOther(null);
    setSaid(text);
  };
  const separate = async (link: string): Promise<void> => {
    const next = await staff.attempt(staff.call(deleteLink, { path: { contact: contact.id, link } }));
    if (!next) return;
    end(texts.separated);
    onReply(next);
  };
  return (
    <section class="box stack contact-same" aria-labelledby="contact-same">
      <h3 id="contact-same">{texts.title}</h3>
      {contact.customers.length > 1 && (
        <p>
          {fill(texts.customers, {
            ids: new Intl.ListFormat(tag, { type: 'conjunction' }).format(contact.customers.map(apart)),
          })}
        </p>
      )}
      <Links
        links={contact.links}
        texts={texts}
        contactTexts={contactTexts}
        onSeparate={(link) => void separate(link)}
      />
      {contact.links.length === 0 && !isSearching && <p class="quiet">{texts.lead}</p>}
      {!isSearching && (
        <div class="row-of-buttons">
          <button
            type="button"
            onClick={() => {
              setSaid('');
              setSearching(true);
            }}
          >
            {texts.find}
          </button>
        </div>
      )}
      {isSearching && !other && (
        <Search
          contact={contact}
          texts={texts}
          contactTexts={contactTexts}
          onChoose={setOther}
          onCancel={() => end('')}
        />
      )}
      {other && (
        <Preview
          reply={reply}
          other={other.id}
          texts={texts}
          contactTexts={contactTexts}
          onCancel={() => setOther(null)}
          onLinked={(next) => {
            end(texts.linked);
            onReply(next);
          }}
        />
      )}
      <p class="quiet" role="status">
        {said}
      </p>
    </section>
  );
};
