import { answering } from '../thread/answering';
import type { ToReader } from '../thread/messages';
import { parquetModule } from './parquetModule';

const answer = answering({
  post: (message, transfer) => postMessage(message, { transfer }),
  blobOf: async (file) => file as Blob,
  parquetModule,
});

addEventListener('message', ({ data }: MessageEvent<ToReader>) => void answer(data));
