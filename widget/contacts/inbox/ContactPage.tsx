import { useEffect, useState } from 'preact/hooks';
import { getContact } from '../../../shared/contacts/routes.ts';
import type { Contact, ContactReply } from '../../../shared/contacts/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Page } from '../../core/staff/editing/Page.tsx';
import { exact } from '../../core/staff/i18n.ts';
import { lazy } from '../../core/staff/lazy.tsx';
import { chosen } from './chosen.ts';
import { Kept } from './Kept.tsx';
import { PermissionBox } from './segments/PermissionBox.tsx';
import type { ContactTexts } from './texts.ts';
import { Timeline } from './Timeline.tsx';
import { useContactChanges } from './useContactChanges.ts';

const SamePerson = lazy(async () => (await import('./same/SamePerson.tsx')).SamePerson);

/** Facts of a contact: what they said, and what is certain of it. */
const Facts = ({ contact, texts }: { contact: Contact; texts: ContactTexts }) => {
  const { tag } = useLanguage();
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  const rows: [name: string, value: string, more?: string][] = [
    ...(contact.email
      ? [
          [texts.email, contact.email, contact.emailVerified ? texts.emailProven : texts.emailTyped] as [
            string,
            string,
            string,
          ],
        ]
      : []),
    ...(contact.subject ? [[texts.customerId, contact.subject] as [string, string]] : []),
    [texts.firstSeen, exact(tag, contact.firstSeenAt)],
    [texts.lastSeen, exact(tag, contact.seenAt)],
    [texts.languages, contact.languages.map((one) => names.of(one) ?? one).join(', ')],
    ...(contact.devices > 1
      ? [[texts.devices, new Intl.NumberFormat(tag).format(contact.devices)] as [string, string]]
      : []),
  ];
  const fromPage = Object.entries(contact.fromPage);
  return (
    <section class="box" aria-labelledby="contact-details">
      <h3 id="contact-details">{texts.details}</h3>
      <dl class="contact-facts">
        {rows.map(([name, value, more]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi> {more && <span class="quiet">({more})</span>}
            </dd>
          </div>
        ))}
      </dl>
      {fromPage.length > 0 && (
        <>
          <h4>{texts.fromPage}</h4>
          <p class="quiet">{texts.fromPageHint}</p>
          <dl class="contact-facts">
            {fromPage.map(([name, value]) => (
              <div key={name}>
                <dt>
                  <bdi>{name}</bdi>
                </dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
};

/** One contact's page: who they are, what the team keeps of them, and all that was between us. */
export const ContactPage = ({ id, texts }: { id: string; texts: ContactTexts }) => {
  const staff = useStaff();
  const { texts: inboxTexts } = useLanguage();
  const [reply, setReply] = useState<ContactReply | null>(null);
  const contact = reply?.contact;
  const changes = useContactChanges(id, contact);
  useEffect(() => {
    let isStale = false;
    void staff.attempt(staff.call(getContact, { path: { contact: id } })).then((found) => {
      if (found && !isStale) setReply(found);
    });
    return () => {
      isStale = true;
    };
  }, [id, changes]);
  // What else is read of a contact is of everyone who belongs together.
  const together = contact?.links.map((link) => link.id).join(' ') ?? '';
  return (
    <Page
      name="contact"
      title={contact ? contact.name || contact.email || texts.anonymous : texts.title}
      head={
        <div class="row-of-buttons">
          <button type="button" onClick={() => (chosen.value = null)}>
            {texts.back}
          </button>
          {contact && (
            <button
              type="button"
              class="primary"
              onClick={() =>
                staff.compose({ contact: { id, name: contact.name || contact.email || texts.anonymous } })
              }
            >
              {inboxTexts.newMessage}
            </button>
          )}
          {contact && (
            <span class={`chip ${contact.group === 'verified' ? 'green' : 'grey'}`}>
              {texts[contact.group]}
            </span>
          )}
          {contact?.blocked && <span class="chip red">{texts.blocked}</span>}
        </div>
      }
    >
      {!reply && <p class="quiet">{inboxTexts.loading}</p>}
      {reply && (
        <>
          <Facts contact={reply.contact} texts={texts} />
          <Kept reply={reply} texts={texts} onReply={setReply} />
          <PermissionBox key={`permissions ${together}`} contact={id} changes={changes} />
          <SamePerson reply={reply} contactTexts={texts} onReply={setReply} />
          <Timeline key={together} id={id} texts={texts} changes={changes} />
        </>
      )}
    </Page>
  );
};
