import { z } from 'zod';

export const challengeReply = z.object({
  algorithm: z.string(),
  challenge: z.string(),
  maxnumber: z.number().int(),
  salt: z.string(),
  signature: z.string(),
});
export type ChallengeReply = z.infer<typeof challengeReply>;
