import { stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { useTexts } from '../context.ts';
import { useSearch } from './context.ts';
import { Listed } from './Listed.tsx';

/** Whether searches are compared by meaning, and how the endpoint that does it is doing. */
export const Meaning = () => {
  const { model, texts } = useSearch();
  const { tag } = useTexts();
  const embeddings = model.state.found.value?.embeddings;
  return (
    <Listed
      id="meaning"
      title={texts.meaning}
      lead={
        embeddings
          ? fill(texts.meaningOn, { host: embeddings.host, model: embeddings.model })
          : model.state.found.value
            ? texts.meaningOff
            : ''
      }
      none=""
      list={model.state}
      value={model.state.found.value}
      isEmpty={() => false}
    >
      {() =>
        embeddings && (
          <>
            <p>
              {embeddings.answeredAt === null
                ? texts.neverAnswered
                : fill(texts.answeredAt, { time: stamp(tag, embeddings.answeredAt) })}
            </p>
            {embeddings.failedAt !== null && (
              <p class="search-failed">
                {fill(texts.lastError, {
                  time: stamp(tag, embeddings.failedAt),
                  reason: embeddings.lastError ?? '',
                })}
              </p>
            )}
            {embeddings.isResting && <p>{texts.resting}</p>}
            <button type="button" onClick={() => void model.state.load()}>
              {texts.refresh}
            </button>
          </>
        )
      }
    </Listed>
  );
};
