import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { accepted, desk, dropped, settled, states } from '../../../tests/support/queueDesk';
import { IntakeQueue } from './queue';

describe('a pack', () => {
  const zip = (path: string, files: Zippable) => dropped(path, zipSync(files) as Uint8Array<ArrayBuffer>);
  const csv = strToU8('x');

  test('goes in as its members; a list of receipt days and what nobody sent are none', async () => {
    const workspace = desk(accepted);
    const queue = new IntakeQueue(workspace);
    await queue.add(
      [
        zip('一季度.zip', {
          '海南州/2017Q1_632500_complaints.csv': csv,
          '海南州/~$台账.xlsx': csv,
          '__MACOSX/._x': csv,
          'received.csv': strToU8('file,received_on\n2017Q1_632500_complaints.csv,2017-04-05\n'),
          '内.zip': zipSync({ '2017Q1_632600_complaints.csv': csv }),
        }),
      ],
      '2017-04-09',
    );
    expect(states(queue)).toEqual({ '一季度.zip': 'opening' });
    await settled(queue);
    expect(workspace.takeIn.mock.calls.map(([file, path, declared]) => [file.name, path, declared.receivedOn])).toEqual(
      [
        ['2017Q1_632600_complaints.csv', '一季度.zip/内.zip/2017Q1_632600_complaints.csv', '2017-04-09'],
        ['2017Q1_632500_complaints.csv', '一季度.zip/海南州/2017Q1_632500_complaints.csv', '2017-04-05'],
      ],
    );
    const notes = queue.state().notes.join('\n');
    expect(notes).toContain('一季度.zip：取出 2 个文件');
    expect(notes).toContain('略过 1 个办公软件的临时文件、1 个系统文件');
    expect(notes).toContain('received.csv：已按其中的收到日期登记');
  });

  test('a gz is the file that it holds; a list beside it names it', async () => {
    const workspace = desk(accepted);
    const queue = new IntakeQueue(workspace);
    await queue.add(
      [
        dropped('2017Q1_632500_complaints.csv.gz', gzipSync(csv) as Uint8Array<ArrayBuffer>),
        dropped('received.csv', 'file,received_on\n2017Q1_632500_complaints.csv,2017-04-05\n'),
      ],
      null,
    );
    await settled(queue);
    expect(workspace.takeIn.mock.calls.map(([, path, declared]) => [path, declared.receivedOn])).toEqual([
      ['2017Q1_632500_complaints.csv', '2017-04-05'],
    ]);
  });

  test('refused as a whole it is one row that says why; refused members are rows of their own', async () => {
    const queue = new IntakeQueue(desk(accepted));
    await queue.add(
      [
        zip('a 备份.zip', { 'manifest.json': strToU8('{"format":"kaoping-archive"}') }),
        zip('b 空.zip', { 'Thumbs.db': csv }),
        zip('c 混.zip', { '2017Q1_632500_complaints.csv': csv, '数据.rar': strToU8('Rar!\x1a\x07\x00') }),
        dropped('d.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)),
      ],
      null,
    );
    await settled(queue);
    const rows = queue.state().items.map((i) => [i.path, i.state, i.sentence?.slice(0, 20)]);
    expect(rows).toEqual([
      ['a 备份.zip', 'refused', expect.stringContaining('备份包')],
      ['b 空.zip', 'refused', expect.stringContaining('压缩包里没有可读取的文件')],
      ['d.7z', 'refused', expect.stringContaining('7z 压缩包')],
      ['c 混.zip/数据.rar', 'refused', expect.stringContaining('RAR 压缩包')],
      ['c 混.zip/2017Q1_632500_complaints.csv', 'accepted', undefined],
    ]);
  });

  test('cancelled while it is opened nothing of it goes in', async () => {
    const workspace = desk(accepted);
    const queue = new IntakeQueue(workspace);
    await queue.add(
      [
        zip('a.zip', { '2017Q1_632500_complaints.csv': csv }),
        zip('b.zip', { '2017Q1_632600_complaints.csv': csv }),
        zip('c.zip', { '2017Q1_632700_complaints.csv': csv }),
      ],
      null,
    );
    queue.cancel(1);
    queue.cancel(3);
    expect(states(queue)).toEqual({ 'a.zip': 'cancelled', 'b.zip': 'opening', 'c.zip': 'cancelled' });
    await settled(queue);
    expect(workspace.takeIn.mock.calls.map(([, path]) => path)).toEqual(['b.zip/2017Q1_632600_complaints.csv']);
  });

  test('a workbook is none, though a zip', async () => {
    const workspace = desk(accepted);
    const queue = new IntakeQueue(workspace);
    await queue.add([zip('2017Q1_632500.xlsx', { '[Content_Types].xml': csv, 'xl/workbook.xml': csv })], null);
    await settled(queue);
    expect(states(queue)).toEqual({ '2017Q1_632500.xlsx': 'accepted' });
  });
});
