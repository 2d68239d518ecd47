/*
 * Merging moves the messages, and each keeps where it came from: taking it apart again is the same move back, whenever
 * that is. The row of what was merged stays, shown to nobody, so that a mail, a link or an open tab that knows its id
 * leads to where the conversation goes on.
 */
