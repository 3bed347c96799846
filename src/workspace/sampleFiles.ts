import type { Day } from '../domain/day';
import type { Submission } from '../domain/submission';
import { isReceivedFile, ReceivedDays, readReceivedDays } from '../intake/received';

/** The sample submissions that lie beside the page, under `sample/`. */
export interface SampleFiles {
  paths: string[];
  received: ReceivedDays;
  read(path: string): Promise<Blob>;
  /** What the build computed of these files; null where it is not there. Only shown until the files themselves are read. */
  kept: { asOf: Day; submissions: Submission[]; cells: unknown } | null;
}

/** @throws Error where the server does not have the samples */
export async function openSampleFiles(base: string): Promise<SampleFiles> {
  const read = async (path: string): Promise<Blob> => {
    const response = await fetch(new URL(`sample/${encodeURIComponent(path)}`, base)).catch((cause) => {
      throw new Error(`服务器暂时连接不上，示例文件 ${path} 没有取到，请稍后重试`, { cause });
    });
    if (!response.ok) throw new Error(`示例文件 ${path} 无法读取（${response.status}）`);
    return response.blob();
  };
  const { files } = JSON.parse(await (await read('index.json')).text()) as { files: string[] };
  const list = files.find(isReceivedFile);
  const { received } = list ? await readReceivedDays(await read(list)) : { received: new ReceivedDays(new Map()) };
  const kept = await fetch(new URL('sample/kept.json', base))
    .then((r) => (r.ok ? r.json() : null))
    .catch(() => null);
  return { kept, paths: files.filter((f) => !isReceivedFile(f)), received, read };
}
