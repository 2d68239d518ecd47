import { smallSample } from '../../../shared/reports/limits.ts';
import type { SiteReport } from '../../../shared/reports/schema.ts';
import type { Around } from './formats.ts';
import { Box, Figure, ShareFigure } from './parts.tsx';
import { RatingBox } from './RatingBox.tsx';

interface Given {
  report: SiteReport;
  around: Around;
}

export const PromiseBox = ({ report: { promises }, around }: Given) => {
  const { texts, formats } = around;
  const late = ({ hits, of }: { hits: number; of: number }): string => formats.number(of - hits);
  return (
    <Box question={texts.promisesQ} formula={texts.promisesF} texts={texts}>
      <div class="figures">
        <ShareFigure
          name={texts.kept}
          share={promises.kept}
          shown={{ kind: 'promise.kept' }}
          around={around}
        />
        <Figure
          name={texts.late}
          value={late(promises.kept.now)}
          before={late(promises.kept.before)}
          shown={{ kind: 'promise.broken' }}
          around={around}
        />
        <Figure
          name={texts.moved}
          value={formats.number(promises.moved.now)}
          before={formats.number(promises.moved.before)}
          shown={{ kind: 'promise.moved' }}
          around={around}
        />
      </div>
    </Box>
  );
};

export const ReopenedBox = ({ report: { reopened }, around }: Given) => (
  <Box question={around.texts.reopenedQ} formula={around.texts.reopenedF} texts={around.texts}>
    <div class="figures">
      <ShareFigure
        name={around.texts.reopened}
        share={reopened}
        shown={{ kind: 'conversation.reopened' }}
        around={around}
      />
    </div>
  </Box>
);

export const SelfServiceBox = ({ report: { selfService }, around }: Given) => {
  const { texts } = around;
  return (
    <Box question={texts.selfQ} formula={texts.selfF} texts={texts}>
      <div class="figures">
        <ShareFigure
          name={texts.solved}
          share={selfService.solved}
          shown={{ kind: 'suggestion.solved' }}
          around={around}
        />
        <ShareFigure
          name={texts.suggestionsOpened}
          share={selfService.opened}
          shown={{ kind: 'suggestion.opened' }}
          around={around}
        />
        <ShareFigure
          name={texts.helped}
          share={selfService.helped}
          shown={{ kind: 'suggestion.solved' }}
          around={around}
        />
        <ShareFigure
          name={texts.inVain}
          share={selfService.inVain}
          shown={{ kind: 'search.vain' }}
          around={around}
        />
      </div>
    </Box>
  );
};

export const AnswersBox = ({ report: { answers }, around }: Given) => {
  const { texts, formats } = around;
  return (
    <Box question={texts.answersQ} formula={texts.answersF} texts={texts}>
      <div class="figures">
        {(['staff', 'visitors'] as const).map((key) => (
          <Figure
            key={key}
            name={key === 'staff' ? texts.byTeam : texts.byVisitors}
            value={formats.number(answers[key].now)}
            before={formats.number(answers[key].before)}
            shown={{ kind: key === 'staff' ? 'answer.staff' : 'answer.visitor' }}
            around={around}
          />
        ))}
      </div>
    </Box>
  );
};

export const CallsBox = ({ report: { callbacks }, around }: Given) => {
  const { texts, formats } = around;
  return (
    <Box question={texts.callsQ} formula={texts.callsF} texts={texts}>
      <div class="figures">
        <ShareFigure
          name={texts.reached}
          share={callbacks.reached}
          shown={{ kind: 'call.reached' }}
          around={around}
        />
        <ShareFigure
          name={texts.soon}
          share={callbacks.soon}
          shown={{ kind: 'call.reached', value: 'soon' }}
          around={around}
        />
        {(['requested', 'attempts'] as const).map((key) => (
          <Figure
            key={key}
            name={texts[key]}
            value={formats.number(callbacks[key].now)}
            before={formats.number(callbacks[key].before)}
            shown={{ kind: key === 'requested' ? 'call.requested' : 'call.attempted' }}
            around={around}
          />
        ))}
      </div>
    </Box>
  );
};

export const OpinionBoxes = ({ report: { nps, ratings, comments }, around }: Given) => {
  const { texts, formats } = around;
  const whole = (score: number | null): string => (score === null ? '–' : formats.number(Math.round(score)));
  return (
    <>
      <Box question={texts.npsQ} formula={texts.npsF} texts={texts}>
        <div class="figures">
          <Figure
            name="NPS"
            value={whole(nps.now.score)}
            before={whole(nps.before.score)}
            isSmall={nps.now.n < smallSample}
            change={nps.change}
            shown={{ kind: 'nps.answered' }}
            around={around}
          />
        </div>
        {nps.now.score !== null && (
          <p class="quiet">
            {formats.fill(texts.npsText, {
              from: whole(nps.now.from),
              to: whole(nps.now.to),
              n: nps.now.n,
            })}
          </p>
        )}
      </Box>
      <RatingBox ratings={ratings} around={around} />
      <Box question={texts.commentsQ} formula={texts.commentsF} texts={texts}>
        <div class="figures">
          <Figure
            name={texts.comments}
            value={formats.number(comments.now)}
            before={formats.number(comments.before)}
            shown={{ kind: 'comment.added' }}
            around={around}
          />
        </div>
      </Box>
    </>
  );
};
