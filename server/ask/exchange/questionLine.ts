import { z } from 'zod';
import { instant, language, line, longest, prose, someLine, someProse } from '../../../shared/core/fields.ts';

/** Longest path that a question had elsewhere, UTF-16 code units. */
export const longestFormerPath = 300;
/** Longest answer that is taken, UTF-16 code units. */
const longestAnswer = 20_000;
/** Votes that are believed of one thing. */
const votes = z.number().int().min(0).max(10_000_000).default(0);
/** A time as ISO 8601, in milliseconds here. */
const time = z
  .string()
  .max(40)
  .transform((text) => Date.parse(text))
  .pipe(instant);
/** An ID of any system: UUIDs stay what they are, others stand for one. */
const anyId = z.union([line(200).min(1), z.number().int()]).transform(String);

const answerOfLine = z.object({
  id: anyId,
  body: someProse(longestAnswer),
  author: z
    .object({
      name: line(longest.name).default(''),
      kind: z.enum(['staff', 'visitor', 'imported']).default('imported'),
      verified: z.boolean().default(false),
    })
    .default({ name: '', kind: 'imported', verified: false }),
  official: z.boolean().default(false),
  accepted: z.boolean().default(false),
  helpful: votes,
  created: time,
  edited: time.nullable().default(null),
});
export type AnswerOfLine = z.infer<typeof answerOfLine>;

/** One public question with its answers: a line of `export-questions`, and of what `import-questions` reads. */
export const questionLine = z.object({
  id: anyId,
  title: someLine(longest.title),
  details: prose(longest.details).default(''),
  language: language.optional(),
  category: line(longest.category).nullable().default(null),
  askedBy: line(longest.name).default(''),
  created: time,
  updated: time.optional(),
  /** The number of people whom it solved something for, and of those with the same question. */
  solved: votes,
  meToo: votes,
  /** The question whose answers it shares: its page leads there. */
  duplicateOf: anyId.nullable().default(null),
  closed: time.nullable().default(null),
  closedReason: line(300).default(''),
  /** Other words that it's found by. */
  phrasings: z.array(someLine(longest.query)).max(100).default([]),
  /** Paths that it had elsewhere: `/sites/KEY/from/PATH` leads to it. */
  formerPaths: z
    .array(
      line(longestFormerPath)
        .regex(/^\/[^\s]*$/)
        .transform((path) => path.replace(/^\/+/, '')),
    )
    .max(20)
    .default([]),
  answers: z.array(answerOfLine).max(1_000).default([]),
});
export type QuestionLine = z.infer<typeof questionLine>;
