/** As far as the tests use it. */
declare module 'hoodiecrow-imap' {
  interface Mailbox {
    /** The listener that it hangs on. */
    server: unknown;
    listen(port: number, ready: () => void): void;
    appendMessage(
      folder: string,
      flags: string[],
      date: Date,
      raw: string,
    ): { message: { raw: string; flags: string[] } };
  }
  const create: (options: object) => Mailbox;
  export default create;
}
