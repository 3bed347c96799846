import { MORE, type Token, type Tokens } from './tokens';

/**
 * Goes through a stream of markup; `visit` is called for each token, `ready` after each piece of the stream, until `enough`
 * says so.
 */
export async function* tokensOf<T>(
  stream: ReadableStream<Uint8Array>,
  tokens: Tokens,
  visit: (token: Token) => void,
  ready: () => readonly T[],
  enough: () => boolean = () => false,
): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      tokens.push(done ? null : value);
      for (let token = tokens.next(); token !== MORE; token = tokens.next()) visit(token);
      yield* ready();
      if (done || enough()) return;
    }
  } finally {
    // Also where the caller has read enough.
    await reader.cancel().catch(() => undefined);
  }
}

/** Goes through the whole of it, where nothing is handed on while it comes. */
export async function readTokens(
  stream: ReadableStream<Uint8Array>,
  tokens: Tokens,
  visit: (token: Token) => void,
): Promise<void> {
  await tokensOf(stream, tokens, visit, () => []).next();
}
