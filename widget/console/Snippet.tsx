import { Copy } from './Copy.tsx';
import { useWords } from './context.ts';

/** The line that puts the widget on a page. */
export const Snippet = ({ site }: { site: string }) => {
  const { say } = useWords();
  return (
    <section class="card" aria-labelledby="snippet">
      <h2 id="snippet">{say.snippet}</h2>
      <p class="quiet">{say.snippetLead}</p>
      <Copy
        label={say.snippet}
        text={`<script async src="${location.origin}/foyer.js" data-site="${site}"></script>`}
      />
    </section>
  );
};
