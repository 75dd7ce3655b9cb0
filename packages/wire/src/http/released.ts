/**
 * The same chunks, with `release` called when the reader stops before the end. A generator that nobody started has no `finally`: who
 * gives up an answer before its first byte frees the connection all the same.
 */
export function released(
  body: AsyncGenerator<Uint8Array>,
  release: () => Promise<void> | void,
): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => body.next(),
      return: async () => {
        await release();
        return body.return(undefined);
      },
    }),
  };
}
