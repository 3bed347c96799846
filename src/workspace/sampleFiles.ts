import * as z from 'zod';
import type { Day } from '../domain/day';
import type { Profile } from '../domain/profile';
import type { Submission } from '../domain/submission';
import { isReceivedFile, ReceivedDays, readReceivedDays } from '../intake/received';

export interface SampleFile {
  /** Name within its folder. */
  path: string;
  receivedOn: Day | null;
  read(): Promise<Blob>;
}

/** The sample submissions of a profile, which lie beside the page. */
export interface SampleFiles {
  files: readonly SampleFile[];
  /** What the build computed of these files; null where it is not there. Only shown until the files themselves are read. */
  kept: KeptSample | null;
}

/** What samples come to: their submissions, and the cells of each year that they report of, at its usual cut-off. */
export interface KeptSample {
  submissions: Submission[];
  years: { asOf: Day; cells: unknown }[];
}

/** Each folder has a list of its files, because a static server cannot list it. */
const listSchema = z.object({ files: z.array(z.string()) });

/**
 * Finds the samples of a profile: folders of `samples/`, and `samples/kept/` with what the build computed.
 * @param base address of the page
 * @throws Error where the server does not have them
 */
export async function openSampleFiles(base: string, { id, samples }: Profile): Promise<SampleFiles> {
  const kept = fetch(new URL(`samples/kept/${id}.json`, base))
    .then((r) => (r.ok ? r.json() : null))
    .catch(() => null);
  const folders = await Promise.all(samples.map((folder) => filesOf(folder, base)));
  return { files: folders.flat(), kept: await kept };
}

async function filesOf(folder: string, base: string): Promise<SampleFile[]> {
  const read = async (path: string): Promise<Blob> => {
    const name = path.split('/').map(encodeURIComponent).join('/');
    const response = await fetch(new URL(`samples/${folder}/${name}`, base)).catch((cause) => {
      throw new Error(`服务器暂时连接不上，示例文件 ${path} 没有取到，请稍后重试`, { cause });
    });
    if (!response.ok) throw new Error(`示例文件 ${folder}/${path} 无法读取（${response.status}）`);
    return response.blob();
  };
  const { files } = listSchema.parse(JSON.parse(await (await read('index.json')).text()));
  const list = files.find(isReceivedFile);
  const { received } = list ? await readReceivedDays(await read(list)) : { received: new ReceivedDays(new Map()) };
  return files
    .filter((path) => !isReceivedFile(path))
    .map((path) => ({ path, receivedOn: received.of(path), read: () => read(path) }));
}
