import { version } from '../../package.json';
import { SAMPLE_MARK } from '../domain/display';
import type { Office } from '../domain/office';
import type { BookSheet } from './book/sheet';
import { writeBook } from './book/writeBook';

/** A table that leaves the page by itself: it must say what it is. */
export interface TableExport {
  office: Office;
  sample: boolean;
  /** By the computer's clock (`clock`). */
  madeAt: string;
  /** In the head of each page: period and cut-off. */
  line: string;
  sheet: BookSheet;
  /** What a workbook for people shows before it: the same, summed up. */
  before?: BookSheet | undefined;
  /** What the table holds and how it is to be read, by name. */
  facts: readonly (readonly [label: string, text: string])[];
}

/** A table as a workbook for people: what sums it up, the table, then 说明: what it is, whose, when and by what made. */
export const tableBook = (of: TableExport): Promise<Blob> =>
  writeBook([...(of.before ? [of.before] : []), of.sheet, aboutSheet(of)], {
    // Short: it stands in the foot of each page.
    title: of.sheet.name,
    office: of.office.profile.office,
    line: of.line,
    sample: of.sample,
    madeAt: of.madeAt,
  });

function aboutSheet({ office, sample, madeAt, sheet, facts }: TableExport): BookSheet {
  const { profile } = office;
  return {
    name: '说明',
    title: `${sheet.title}：说明`,
    table: {
      columns: [
        { label: '项目', width: 20 },
        { label: '内容', width: 110 },
      ],
      rows: [
        ...(sample ? [['示例', `${SAMPLE_MARK}，不得引用`]] : []),
        ...facts,
        ['制表单位', profile.office],
        ['口径配置', `${profile.name}（${profile.id}）`],
        ['制表时间', `${madeAt}（本机时间）`],
        ['软件版本', `考评 ${version}`],
      ],
    },
  };
}
