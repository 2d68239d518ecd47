/** @jsxImportSource hono/jsx */
import { linksFor } from '../../../shared/core/brand/brand.ts';
import type { BrandImage, BrandLink } from '../../../shared/core/brand/schema.ts';
import type { Site } from '../people/sites/sites.ts';
import type { PageLanguage } from './texts.ts';

/** The path of a picture of the site's look. */
export const brandImagePath = (site: Pick<Site, 'key'>, { id }: BrandImage): string =>
  `/sites/${site.key}/images/${id}`;

/** Logos are stored for the densest screens, and shown at a quarter of their size. */
const shownSize = ({ width, height }: BrandImage) => ({
  width: Math.max(1, Math.round(width / 4)),
  height: Math.max(1, Math.round(height / 4)),
});

/** The site's logo for the page's background, light or dark; its name where it has none. */
const Brand = ({ site }: { site: Site }) => {
  const { brand, theme } = site.settings;
  const plain = theme.appearance === 'dark' ? (brand.logoDark ?? brand.logo) : (brand.logo ?? brand.logoDark);
  if (!plain) return <>{site.name}</>;
  const dark = theme.appearance === 'auto' && brand.logo ? brand.logoDark : null;
  return (
    <>
      <picture>
        {dark && (
          <source
            media="(prefers-color-scheme: dark)"
            srcset={brandImagePath(site, dark)}
            {...shownSize(dark)}
          />
        )}
        <img
          class="logo"
          src={brandImagePath(site, plain)}
          alt={brand.showName ? '' : site.name}
          {...shownSize(plain)}
        />
      </picture>
      {brand.showName && <bdi>{site.name}</bdi>}
    </>
  );
};

const OwnLinks = ({ links }: { links: BrandLink[] }) => (
  <>
    {links.map(({ label, href }) => (
      <a href={href} rel="noopener">
        <bdi>{label}</bdi>
      </a>
    ))}
  </>
);

/** Links to pages of features, in the header or in the footer. */
const FeatureLinks = ({
  place,
  site,
  language,
}: {
  place: 'top' | 'foot';
  site: Site;
  language: PageLanguage;
}) => (
  <>
    {(site.pageLinks ?? [])
      .filter((link) => link.place === place)
      .map(({ path, label }) => (
        <a href={`/sites/${site.key}/${path}?lang=${language.tag}`}>{label(language)}</a>
      ))}
  </>
);

/** The head of every public page: the site's logo, and the ways through its help centre. */
export const PageHeader = ({ site, language }: { site: Site; language: PageLanguage }) => {
  const query = `?lang=${language.tag}`;
  return (
    <header class="top">
      <div>
        <a class="brand" href={`/sites/${site.key}${query}`}>
          <Brand site={site} />
        </a>
        <nav aria-label={site.name}>
          <a href={`/sites/${site.key}/questions${query}`}>{language.texts.allQuestions}</a>
          <FeatureLinks place="top" site={site} language={language} />
          <a href={`/sites/${site.key}/ask${query}`}>{language.texts.askUs}</a>
          <OwnLinks links={linksFor(site.settings.brand.headerLinks, language.tag)} />
        </nav>
      </div>
    </header>
  );
};

/** A language in its own words. */
const languageName = (tag: string): string => {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
};

/** The same page in each language that it has. */
export type Alternates = readonly { language: string; href: string }[];

/** The same page in the site's other languages. */
const LanguageLinks = ({ alternates, language }: { alternates: Alternates; language: PageLanguage }) => (
  <nav aria-label={language.texts.languages}>
    <ul class="languages">
      {alternates.map(({ language: tag, href }) => (
        <li>
          <a href={href} lang={tag} hreflang={tag} aria-current={tag === language.tag ? 'page' : undefined}>
            {languageName(tag)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** The foot of every public page: its other languages, and what the law or the owner wants there. */
export const PageFooter = ({
  site,
  language,
  alternates,
}: {
  site: Site;
  language: PageLanguage;
  alternates: Alternates | undefined;
}) => (
  <footer class="foot">
    {alternates && alternates.length > 1 && <LanguageLinks alternates={alternates} language={language} />}
    <FeatureLinks place="foot" site={site} language={language} />
    {site.settings.privacyPage && (
      <a href={`/sites/${site.key}/privacy?lang=${language.tag}`}>{language.texts.privacy}</a>
    )}
    <OwnLinks links={linksFor(site.settings.brand.footerLinks, language.tag)} />
  </footer>
);
