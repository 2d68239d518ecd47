/** @jsxImportSource hono/jsx */
import type { RichNode } from '../../../shared/core/richText.ts';
import { textOn } from '../../../shared/core/colour.ts';
import { markerEdge } from './reading/quoteLines.ts';
import { RichMail, richAsText } from './richMail.tsx';
import type { MailLanguage } from './texts.ts';

/** What somebody said, in a mail. */
export interface Quote {
  who: string;
  when: string;
  rich: RichNode[];
  /** What it carries besides, in words; empty for nothing. */
  files: string;
}

/** A mail's content, before it is text and HTML. */
export interface Letter {
  language: MailLanguage;
  accent: string;
  /** Says where a reply begins; null where none can come back. */
  marker: string | null;
  paragraphs: string[];
  quotes: Quote[];
  action: { label: string; href: string; note: string } | null;
  footer: string[];
  stop: { label: string; href: string } | null;
}

const markerLine = (marker: string): string => `${markerEdge} ${marker} ${markerEdge}`;

export const letterText = ({ marker, paragraphs, quotes, action, footer, stop }: Letter): string =>
  [
    ...(marker ? [markerLine(marker)] : []),
    ...paragraphs,
    ...quotes.map(({ who, when, rich, files }) =>
      [`${who} · ${when}`, richAsText(rich), files].filter(Boolean).join('\n'),
    ),
    ...(action ? [[`${action.label}: ${action.href}`, action.note].filter(Boolean).join('\n')] : []),
    ['-- ', ...footer, ...(stop ? [`${stop.label}: ${stop.href}`] : [])].join('\n'),
  ].join('\n\n');

/** Of whatever colour the mail program writes in: dark ones change it, and would not change a grey of ours. */
const quiet = 'opacity:0.75;font-size:13px';

/** Plain elements with inline styles: what every mail program shows alike. Nothing in it is loaded from anywhere. */
export const letterHtml = ({
  language,
  accent,
  marker,
  paragraphs,
  quotes,
  action,
  footer,
  stop,
}: Letter): string =>
  `<!doctype html>${String(
    <html lang={language.tag} dir={language.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body style="margin:0;padding:16px;font:15px/1.5 system-ui,sans-serif">
        <div style="max-width:560px;margin:0 auto" dir={language.direction}>
          {marker && <p style={quiet}>{markerLine(marker)}</p>}
          {paragraphs.map((text) => (
            <p>{text}</p>
          ))}
          {quotes.map(({ who, when, rich, files }) => (
            <div
              style={`margin:16px 0;padding-inline-start:12px;border-inline-start:3px solid ${accent};overflow-wrap:anywhere;word-break:break-word`}
            >
              <p style={`margin:0;${quiet}`}>
                <bdi>{who}</bdi> · {when}
              </p>
              <div dir="auto">
                <RichMail nodes={rich} />
              </div>
              {files && <p style={quiet}>{files}</p>}
            </div>
          ))}
          {action && (
            <p>
              <a
                href={action.href}
                style={`display:inline-block;padding:10px 16px;border-radius:8px;background:${accent};color:${textOn(accent)};text-decoration:none`}
              >
                {action.label}
              </a>
              {action.note && (
                <>
                  <br />
                  <span style={quiet}>{action.note}</span>
                </>
              )}
            </p>
          )}
          <div style={`margin-top:24px;${quiet}`}>
            {footer.map((text) => (
              <p style="margin:0">{text}</p>
            ))}
            {stop && (
              <p style="margin:0">
                <a href={stop.href} style="color:inherit">
                  {stop.label}
                </a>
              </p>
            )}
          </div>
        </div>
      </body>
    </html>,
  )}`;
