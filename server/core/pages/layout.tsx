/** @jsxImportSource hono/jsx */
import { dateText, instantText, type ReaderZone } from './dates.ts';
import type { Child } from 'hono/jsx';
import type { RichElement, RichNode } from '../../../shared/core/richText.ts';
import { isSafeHref } from '../../../shared/core/richText.ts';
import { readableOn, textOn } from '../../../shared/core/colour.ts';
import { type Alternates, brandImagePath, PageFooter, PageHeader } from './frame.tsx';
import type { Site } from '../people/sites/sites.ts';
import { stylesheetPath } from './styles.ts';
import type { PageLanguage } from './texts.ts';

/** The site's accent as custom properties, with text on it and links of it kept readable. */
export const themeCss = ({ settings: { theme } }: Site): string =>
  `:root{--accent:${theme.accent};--accent-text:${textOn(theme.accent)};--accent-on-light:${readableOn(theme.accent, '#fbfbf9')};--accent-on-dark:${readableOn(theme.accent, '#1b201d')}${theme.appearance === 'auto' ? '' : `;color-scheme:${theme.appearance}`}}`;

/** The way back, from the front of the help centre on. */
const Crumbs = ({ crumbs, label }: { crumbs: readonly { name: string; href: string }[]; label: string }) => (
  <nav class="crumbs" aria-label={label}>
    <ol>
      {crumbs.slice(0, -1).map(({ name, href }) => (
        <li>
          <a href={href}>
            <bdi>{name}</bdi>
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

interface LayoutProps {
  site: Site;
  language: PageLanguage;
  title: string;
  description?: string;
  canonical?: string;
  /** The same page in each language that it has. */
  alternates?: Alternates;
  /** A feed of what it shows. */
  feed?: string;
  /** The same as Atom. */
  atom?: string;
  /** The same page as Markdown. */
  markdown?: string;
  /** Where it stands, from the front on; the last is the page itself. */
  crumbs?: readonly { name: string; href: string }[];
  /** Keeps it out of search engines: a visitor's own page. */
  secret?: boolean;
  data?: object;
  children?: Child;
}

/** The picture beside a link that somebody shares; the tags take whole addresses only. */
const ShareImage = ({ site, canonical }: { site: Site; canonical: string }) => {
  const { share } = site.settings.brand;
  if (!share) return <meta name="twitter:card" content="summary" />;
  const address = new URL(brandImagePath(site, share), canonical).href;
  return (
    <>
      <meta name="twitter:card" content="summary_large_image" />
      <meta property="og:image" content={address} />
      <meta property="og:image:width" content={String(share.width)} />
      <meta property="og:image:height" content={String(share.height)} />
      <meta property="og:image:alt" content={site.name} />
    </>
  );
};

/** The site's icon; empty where it has none, so that browsers don't ask for one. */
const Icon = ({ site }: { site: Site }) => {
  const { icon } = site.settings.brand;
  if (!icon) return <link rel="icon" href="data:," />;
  const href = brandImagePath(site, icon);
  return (
    <>
      <link rel="icon" type="image/png" sizes={`${icon.width}x${icon.height}`} href={href} />
      <link rel="apple-touch-icon" href={href} />
    </>
  );
};

/** The head of a page. */
const Head = (given: LayoutProps) => {
  const { site } = given;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${given.title} – ${site.name}`}</title>
      {given.description && <meta name="description" content={given.description} />}
      {given.secret && <meta name="robots" content="noindex" />}
      {given.canonical && <link rel="canonical" href={given.canonical} />}
      {given.alternates?.map(({ language: tag, href }) => (
        <link rel="alternate" hreflang={tag} href={href} />
      ))}
      {given.feed && (
        <link rel="alternate" type="application/rss+xml" href={given.feed} title={given.title} />
      )}
      {given.atom && (
        <link rel="alternate" type="application/atom+xml" href={given.atom} title={given.title} />
      )}
      {given.markdown && <link rel="alternate" type="text/markdown" href={given.markdown} />}
      {given.canonical && (
        <>
          <meta property="og:type" content={given.markdown ? 'article' : 'website'} />
          <meta property="og:site_name" content={site.name} />
          <meta property="og:title" content={given.title} />
          <meta property="og:url" content={given.canonical} />
          {given.description && <meta property="og:description" content={given.description} />}
          <ShareImage site={site} canonical={given.canonical} />
        </>
      )}
      <Icon site={site} />
      <link rel="stylesheet" href={stylesheetPath} />
      <link rel="stylesheet" href={`/sites/${site.key}/theme.css`} />
      {given.data && (
        <script
          type="application/ld+json"
          // Not run by anything; `<` cannot end the element early.
          dangerouslySetInnerHTML={{ __html: JSON.stringify(given.data).replaceAll('<', '\\u003c') }}
        />
      )}
    </head>
  );
};

/** A page of a site. */
export const Layout = (given: LayoutProps) => {
  const { site, language } = given;
  return (
    <html lang={language.tag} dir={language.direction}>
      <Head {...given} />
      <body>
        <a class="skip" href="#content">
          {language.texts.skip}
        </a>
        <PageHeader site={site} language={language} />
        <main class="page" id="content" tabindex={-1}>
          {given.crumbs && <Crumbs crumbs={given.crumbs} label={language.texts.youAreHere} />}
          {given.children}
        </main>
        <PageFooter site={site} language={language} alternates={given.alternates} />
      </body>
    </html>
  );
};

/** A film as a link to its page; a script lets it be loaded in its place (articles/pages/film.ts). */
const Film = ({ node, children }: { node: RichElement; children?: Child }) =>
  isSafeHref(node.href) ? (
    <p class="film">
      <a href={node.href} rel="noopener noreferrer" data-frame={node.src}>
        <strong>
          <bdi>{children}</bdi>
        </strong>
        <span data-load={node.alt}>{new URL(node.href).hostname.replace(/^(?:www|m)\./, '')}</span>
      </a>
    </p>
  ) : null;

/** Rendered Markdown as elements: text is escaped, tags are the few that the tree knows. */
export const Rich = ({ nodes }: { nodes: RichNode[] }) => (
  <>
    {nodes.map((node) => {
      if (typeof node === 'string') return node;
      const Tag = node.tag;
      if (Tag === 'br' || Tag === 'hr') return <Tag />;
      if (Tag === 'img')
        return <img src={node.src} alt={node.alt} width={node.width} height={node.height} loading="lazy" />;
      const inner = <Rich nodes={node.children ?? []} />;
      if (Tag === 'video') return <Film node={node}>{inner}</Film>;
      // A wide table scrolls by itself, by keyboard too.
      if (Tag === 'table')
        return (
          <div class="wide" tabindex={0}>
            <table>{inner}</table>
          </div>
        );
      if (Tag !== 'a')
        return (
          <Tag id={node.id} class={node.kind}>
            {inner}
          </Tag>
        );
      return isSafeHref(node.href) ? (
        <a href={node.href} rel="noopener noreferrer nofollow ugc">
          {inner}
        </a>
      ) : (
        inner
      );
    })}
  </>
);

/** A date or a date with time as a `<time>` element, in the page's language and a zone that is named. */
export const Time = ({
  at,
  language,
  zone,
  withTime,
}: {
  at: number;
  language: PageLanguage;
  zone: string;
  withTime?: boolean;
}) => {
  return <time datetime={new Date(at).toISOString()}>{dateText(at, language.tag, zone, withTime)}</time>;
};

/** An instant on a page of the reader's own: it is cached for nobody else. */
export const formatInstant = (at: number, language: PageLanguage, zone: ReaderZone): string =>
  instantText(at, language.locale, zone);
