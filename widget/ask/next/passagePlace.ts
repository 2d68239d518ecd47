/** Letters of an excerpt that are looked for: enough to be found nowhere else, few enough to stand in one paragraph. */
const probeLength = 32;
/** Shortest paragraph that is recognised by an excerpt which goes on after it. */
const shortest = 8;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The paragraph of an answer that an excerpt of it was taken from; null where there is none, or it is the first. */
export const findPassage = (answer: ParentNode, excerpt: string): Element | null => {
  const wanted = oneLine(excerpt.replace(/^…|…$/g, ''));
  const probe = wanted.slice(0, probeLength);
  if (probe.length < shortest) return null;
  const paragraphs = [...answer.querySelectorAll('.rich :is(p, li, pre, h3, h4)')];
  const place = paragraphs.findIndex((paragraph) => {
    const text = oneLine(paragraph.textContent ?? '');
    return text.includes(probe) || (text.length >= shortest && wanted.startsWith(text));
  });
  return place > 0 ? (paragraphs[place] ?? null) : null;
};
