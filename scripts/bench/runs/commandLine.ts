import { dirname } from 'node:path';
import type { Office } from '../../../src/domain/office';
import { schemeOf } from '../../../src/domain/scheme';
import { assessFolder } from '../../assess/run';
import { type Cost, costs, type Measured } from './cost';
import { AS_OF, provinceFigures } from './figures';

/** The command line's own job over a folder with one file: until its rows are taken in, and until the ranking. */
export async function commandLine(office: Office, file: string): Promise<Measured> {
  const { profile } = office;
  let takeIn: Cost | null = null;
  const spent = costs();
  const { submissions, indicators } = await assessFolder({
    dir: dirname(file),
    office,
    scheme: schemeOf(profile.scheme, 2017),
    period: '2017',
    asOf: AS_OF,
    onMessage: (text) => {
      if (text.startsWith('已读取 1/1')) takeIn = spent();
      else if (text.startsWith('未采用')) throw new Error(text);
    },
  });
  const job = spent();
  const [submission] = submissions;
  if (!takeIn || !submission) throw new Error(`${file}: the command line did not say that it took the file in`);
  const { rowsRead, rowsAccepted } = submission;
  return {
    costs: { takeIn, job },
    figures: provinceFigures(indicators),
    rows: `${rowsAccepted} of ${rowsRead} accepted`,
  };
}
