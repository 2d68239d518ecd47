/** Prefix of the activity log's actions that a rule did: the rule's name follows. */
export const rulePrefix = 'rule ';
