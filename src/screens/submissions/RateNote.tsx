import { Button } from 'antd';
import { type Office, unitName } from '../../domain/office';
import type { RegisterEntry } from '../../domain/register';
import { useOffice, useView } from '../../ui/data';
import { dueQuarterWords } from '../../ui/dueQuarter';
import { ScreenLink, useScreenSearch, useSetSearch } from '../../ui/navigation';
import { type RateSide, rateEntries } from './grid';
import { isOf } from './isOf';

const RATE_SIDES: Record<RateSide, string> = {
  numerator: '分子（按时）',
  missing: '未达到（迟报、未报）',
  denominator: '分母',
};

/** A group whole; the departments are all that report under the province's own code. */
const groupWords = ({ groups, words }: Office, id: string): string => {
  const group = groups.find((g) => g.id === id);
  return group?.units === 'departments' ? words.departments : (group?.name ?? id);
};

/** Which entries a figure of 报送及时率 counts, where the address asks for them: not those of its own quarters. */
export function RateNote({ entries }: { entries: RegisterEntry[] }) {
  const office = useOffice();
  const view = useView();
  const search = useScreenSearch('submissions');
  const setSearch = useSetSearch('submissions');
  const { rate, unit, group } = search;
  if (!rate) return null;
  const counted = rateEntries(entries, rate, view.quarters, view.asOf).filter((e) => isOf(e, search));
  const whose = unit ? unitName(office, unit) : group ? groupWords(office, group) : office.words.whole;
  return (
    <p className="kp-told" role="status">
      <strong>
        {whose}
        {view.name}报送及时率的{RATE_SIDES[rate]}：{counted.length} 份
      </strong>
      ，是应报日在{view.name}内的台账，下面突出显示，其余变淡。{dueQuarterWords(office, view.year)}。{' '}
      <ScreenLink screen="indicators" search={{ id: office.catalogue.submissionIndicator.id }} className="kp-evidence">
        看指标怎样算出
      </ScreenLink>{' '}
      <Button size="small" type="link" onClick={() => setSearch({ rate: undefined })}>
        看全部各格
      </Button>
    </p>
  );
}
