import { parentPort } from 'node:worker_threads';
import { answering } from '../thread/answering';
import { fileBlob } from './fileBlob';
import { parquetModule } from './parquetModule';

/** The first that the thread is told is the line over which it is asked. */
parentPort?.once('message', (line: MessagePort) =>
  answering(line, { blobOf: async (file) => ('path' in file ? fileBlob(file.path) : file), parquetModule }),
);
