import { parentPort } from 'node:worker_threads';
import { answering } from '../thread/answering';
import type { ToReader } from '../thread/messages';
import { fileBlob } from './fileBlob';
import { parquetModule } from './parquetModule';

const answer = answering({
  post: (message, transfer) => parentPort?.postMessage(message, transfer),
  blobOf: async (file) => ('path' in file ? fileBlob(file.path) : file),
  parquetModule,
});

parentPort?.on('message', (message: ToReader) => void answer(message));
