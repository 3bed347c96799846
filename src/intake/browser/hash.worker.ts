import { messageOf } from '../../domain/failure';
import { sha256Of } from '../sha256';

/** What came of a file: its SHA-256, or why it could not be read. */
export type FromHash = { hashed: string } | { failed: string };

addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  const said: FromHash = await sha256Of(data).then(
    (hashed) => ({ hashed }),
    (error) => ({ failed: messageOf(error) }),
  );
  postMessage(said);
});
