import { App } from 'antd';
import { type DragEvent, useCallback, useRef, useState } from 'react';
import type { Day } from '../../domain/day';
import { useWorkspace } from '../../ui/data';
import { failureNote } from '../../ui/failureNote';
import { queueOf } from './queue';
import type { DroppedFile } from './queueItem';

/** Files of a picker; those of a folder picker with their path. */
export const pickedFiles = (files: Iterable<File>): DroppedFile[] =>
  [...files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

/** Files of a drop, folders opened to any depth. Must be called within the event: the browser empties the list after it. */
export async function droppedFiles(transfer: DataTransfer): Promise<DroppedFile[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) return pickedFiles(transfer.files);
  const found: DroppedFile[] = [];
  for (const entry of entries) if (entry) await collect(entry, found);
  return found;
}

async function collect(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ file, path: entry.fullPath.replace(/^\//, '') || file.name });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader hands out some hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const inner of some) await collect(inner, found);
  }
}

/** Queues files; over the sample first asks whether real work shall begin, and then goes on with these files. */
export function useHandIn(receivedOn: Day | null): (files: DroppedFile[]) => void {
  const workspace = useWorkspace();
  const { modal, message } = App.useApp();
  return useCallback(
    (files) => {
      const begin = async () => {
        if (files.length === 0) return;
        const { kind, seen } = workspace.state();
        if (kind === 'sample') {
          const sure = await modal.confirm({
            title: '清空示例，开始正式工作？',
            content: `示例工作区不接收文件。清空示例后，接着接收这 ${files.length} 个文件；示例以后可以重新打开。`,
            okText: '清空示例并接收',
            cancelText: '暂不接收',
          });
          if (!sure) {
            message.info('没有接收文件，示例未变');
            return;
          }
          await workspace.empty(seen);
        }
        await queueOf(workspace).add(files, receivedOn);
      };
      begin().catch((error: unknown) => message.error(failureNote('未能接收', error)));
    },
    [workspace, modal, message, receivedOn],
  );
}

/** Files held over the screen, and let go. */
export function useDrop(onFiles: (files: DroppedFile[]) => void) {
  const [over, setOver] = useState(false);
  const { message } = App.useApp();
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const handlers = {
    onDragEnter: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth.current += 1;
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth.current -= 1;
      if (depth.current === 0) setOver(false);
    },
    onDragOver: (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      droppedFiles(event.dataTransfer).then(onFiles, (error: unknown) =>
        message.error(failureNote('拖入的内容无法读取', error)),
      );
    },
  };
  return { over, handlers };
}
