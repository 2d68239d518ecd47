import type { SiteReport } from '../../../shared/reports/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { go } from '../../core/staff/router.ts';
import type { Around } from './formats.ts';
import { Box, Figure } from './parts.tsx';

/** Ages of what was open at the end, and the oldest of it. */
export const AgeBox = ({ report: { age, zone }, around }: { report: SiteReport; around: Around }) => {
  const { texts, formats } = around;
  const staff = useStaff();
  const { tag } = useLanguage();
  const names = [texts.ageDay, texts.age3, texts.age7, texts.ageMore];
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: zone });
  return (
    <Box question={texts.ageQ} formula={texts.ageF} texts={texts}>
      <div class="figures">
        {names.map((name, index) => (
          <Figure
            key={name}
            name={name}
            value={formats.number(age.counts[index] ?? 0)}
            before={null}
            around={around}
          />
        ))}
      </div>
      {age.oldest.length > 0 && (
        <>
          <h4>{texts.oldest}</h4>
          <ul class="report-list">
            {age.oldest.map(({ id, subject, since, isOpen }) => (
              <li key={id}>
                <button
                  type="button"
                  class="link"
                  dir="auto"
                  title={texts.openTalk}
                  onClick={() => {
                    staff.open(id);
                    go('/inbox');
                  }}
                >
                  {subject || texts.openTalk}
                </button>
                <span class="quiet">
                  {formats.fill(texts.ageLine, {
                    day: day.format(since),
                    time: formats.duration(Math.floor((age.at - since) / 1_000)),
                  })}
                  {!isOpen && ` · ${texts.closedSince}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Box>
  );
};
