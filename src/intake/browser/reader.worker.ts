import { answering } from '../thread/answering';
import { parquetModule } from './parquetModule';

/** The first that the thread is told is the line over which it is asked. */
addEventListener(
  'message',
  ({ data: line }: MessageEvent<MessagePort>) =>
    answering(line, { blobOf: async (file) => file as Blob, parquetModule }),
  { once: true },
);
