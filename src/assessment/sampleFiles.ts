import { isReceivedFile, ReceivedDays, readReceivedDays } from '../intake/received';

/** The sample submissions that lie beside the page, under `sample/`. */
export interface SampleFiles {
  paths: string[];
  received: ReceivedDays;
  read(path: string): Promise<Blob>;
}

/** @throws Error where the server does not have the samples */
export async function openSampleFiles(base: string): Promise<SampleFiles> {
  const read = async (path: string): Promise<Blob> => {
    const response = await fetch(new URL(`sample/${encodeURIComponent(path)}`, base));
    if (!response.ok) throw new Error(`示例文件 ${path} 无法读取（${response.status}）`);
    return response.blob();
  };
  const { files } = JSON.parse(await (await read('index.json')).text()) as { files: string[] };
  const list = files.find(isReceivedFile);
  const { received } = list ? await readReceivedDays(await read(list)) : { received: new ReceivedDays(new Map()) };
  return { paths: files.filter((f) => !isReceivedFile(f)), received, read };
}
