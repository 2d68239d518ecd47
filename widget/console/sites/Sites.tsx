import { useEffect, useState } from 'preact/hooks';
import { staffPath } from '../../../shared/core/mail/routes.ts';
import { listOwnSites, postArchive, postRestore } from '../../../shared/sites/routes.ts';
import type { OwnSite, OwnSites } from '../../../shared/sites/schema.ts';
import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { NewSiteForm } from './NewSiteForm.tsx';
import { type SitesTexts, useSitesTexts } from './texts.ts';

interface RowGiven {
  site: OwnSite;
  texts: SitesTexts;
  /** False for the last site, which somebody has to be left to undo. */
  mayDelete: boolean;
  take(work: Promise<OwnSites>): void;
  askDelete(site: OwnSite): void;
}

const Row = ({ site, texts, mayDelete, take, askDelete }: RowGiven) => {
  const model = useConsole();
  const { tag } = useTexts();
  const named = (text: string): string => `${text}: ${site.name}`;
  const path = { site: site.site };
  const isArchived = site.archivedAt !== null;
  return (
    <li class="entry-row site-row">
      <span>
        <bdi>{site.name}</bdi>{' '}
        <code class="quiet" dir="ltr">
          {site.key}
        </code>{' '}
        {isArchived && <span class="chip grey">{texts.archived}</span>}
        {site.undoUntil !== null && (
          <span class="quiet">{fill(texts.deleted, { when: stamp(tag, site.undoUntil) })}</span>
        )}
      </span>
      <span class="actions">
        {site.undoUntil !== null ? (
          <button
            type="button"
            aria-label={named(texts.restore)}
            onClick={() => take(model.call(postRestore, { path }))}
          >
            {texts.restore}
          </button>
        ) : (
          <>
            {site.site !== model.membership.site && (
              <a href={staffPath(site.site, 'console/install')} aria-label={named(texts.open)}>
                {texts.open}
              </a>
            )}
            {site.role === 'owner' && (
              <>
                <button
                  type="button"
                  aria-label={named(isArchived ? texts.unarchive : texts.archive)}
                  onClick={() => take(model.call(postArchive, { path, body: { archived: !isArchived } }))}
                >
                  {isArchived ? texts.unarchive : texts.archive}
                </button>
                <button
                  type="button"
                  aria-label={named(texts.delete)}
                  disabled={!mayDelete}
                  title={mayDelete ? undefined : texts.only}
                  onClick={() => askDelete(site)}
                >
                  {texts.delete}
                </button>
              </>
            )}
          </>
        )}
      </span>
    </li>
  );
};

/** Every site of who is logged in: made, archived, deleted and brought back here. */
export const Sites = () => {
  const model = useConsole();
  const { texts: common } = useTexts();
  const texts = useSitesTexts();
  const [found, setFound] = useState<OwnSites | null>(null);
  const [made, setMade] = useState('');
  const [asked, setAsked] = useState<OwnSite | null>(null);
  const take = (work: Promise<OwnSites>): void =>
    void model.attempt(work).then((reply) => {
      if (reply) setFound(reply);
    });
  useEffect(() => take(model.call(listOwnSites, {})), [model]);
  if (!texts || !found) return <p class="quiet">{common.loading}</p>;
  const standing = found.sites.filter(({ undoUntil }) => undoUntil === null);
  return (
    <>
      <section class="card" aria-labelledby="own-sites">
        <h2 id="own-sites">{texts.list}</h2>
        <p class="quiet">{texts.lead}</p>
        <ul class="plain-list">
          {found.sites.map((site) => (
            <Row
              key={site.site}
              site={site}
              texts={texts}
              mayDelete={standing.length > 1}
              take={take}
              askDelete={setAsked}
            />
          ))}
        </ul>
        {standing.length === 1 && <p class="quiet">{texts.only}</p>}
        <p role="status">{made && fill(texts.opened, { name: made })}</p>
      </section>
      {found.mayCreate && (
        <NewSiteForm
          texts={texts}
          done={(sites, name) => {
            setFound(sites);
            setMade(name);
          }}
        />
      )}
      {asked && (
        <DeleteDialog
          site={asked}
          texts={texts}
          done={(sites) => {
            setAsked(null);
            if (!sites) return;
            // Its settings and inbox are nobody's any more.
            if (asked.site === model.membership.site) location.assign('/inbox');
            else setFound(sites);
          }}
        />
      )}
    </>
  );
};
