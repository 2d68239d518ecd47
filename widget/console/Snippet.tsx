import { Copy } from './Copy.tsx';
import { useTexts } from './context.ts';

/** The line that puts the widget on a page. */
export const Snippet = ({ site }: { site: string }) => {
  const { texts } = useTexts();
  return (
    <section class="card" aria-labelledby="snippet">
      <h2 id="snippet">{texts.snippet}</h2>
      <p class="quiet">{texts.snippetLead}</p>
      <Copy
        label={texts.snippet}
        text={`<script async src="${location.origin}/foyer.js" data-site="${site}"></script>`}
      />
    </section>
  );
};
