import { Input, type InputRef, Modal } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { openCaseSearch, setCaseSearch } from '../ui/caseSearch';
import { useOffice } from '../ui/data';
import { useGoTo } from '../ui/navigation';
import type { Screen } from '../ui/screen';
import { entryFinder, type Hit } from './findEntries';
import { searchEntries } from './searchEntries';
import { useSyllables } from './useSyllables';

/** Ctrl K: goes to a place, department, zone, indicator, list or screen, or to the case that bears a number or holds a text. */
export function SearchDialog({ screens, onClose }: { screens: readonly Screen[]; onClose: () => void }) {
  const office = useOffice();
  const goTo = useGoTo();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const field = useRef<InputRef>(null);
  const { syllablesOf, failed } = useSyllables();
  const find = useMemo(() => entryFinder(searchEntries(office, screens), syllablesOf), [office, screens, syllablesOf]);
  // Its own, so that what is tried is found.
  const example = office.regions.prefectures[0]?.short ?? office.regions.province.name;
  const spelled = syllablesOf?.(example);
  const sought = text.trim();
  const found = useMemo(() => [...find(sought), ...(sought ? [caseHit(sought)] : [])], [find, sought]);
  // What letters mean is not known before names can be spelled: till then the first entry is not the one that is meant.
  const spelling = !syllablesOf && !failed && /[a-zü]/i.test(sought);
  const moveTo = (place: number) => {
    setAt(place);
    setEntered(false);
  };
  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    // As `ScreenLink`: a list is opened whole, and what is searched for is searched for there.
    setCaseSearch('');
    void goTo(hit.screen, hit.search as object).then(() => hit.key === CASES && openCaseSearch(sought));
  };
  useEffect(() => {
    if (entered && !spelling) open(found[at]);
  });
  useEffect(() => {
    document.getElementById(`kp-search-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <Modal
      open
      title="搜索"
      footer={null}
      closable={false}
      onCancel={onClose}
      width={560}
      // Once the dialog has taken the focus, hand it on to the field.
      afterOpenChange={(open) => open && field.current?.focus()}
    >
      <Input
        ref={field}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls="kp-search-list"
        aria-activedescendant={found[at] ? `kp-search-${at}` : undefined}
        aria-label="搜索地区、部门、片区、指标、清单、案件"
        placeholder={`名称、代码、拼音或首字母，案件编号；如 ${example} 超期`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          moveTo(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') moveTo(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') moveTo(Math.max(at - 1, 0));
          else if (event.key === 'Enter' && spelling && at === 0) setEntered(true);
          else if (event.key === 'Enter') open(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <div id="kp-search-list" role="listbox" aria-label="搜索结果" aria-busy={spelling} className="kp-search-list">
        {found.map((hit, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above moves and chooses by keyboard
          <div
            key={hit.key}
            id={`kp-search-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className="kp-search-entry"
            // Not as it appears below a pointer that rests.
            onMouseMove={() => setAt(i)}
            onClick={() => open(hit)}
          >
            <span className="kp-search-kind">{hit.kind}</span>
            <span>
              {hit.name}
              {hit.told && <small>　{hit.told}</small>}
            </span>
          </div>
        ))}
      </div>
      {!sought && (
        <p className="kp-note">
          输入名称、简称、代码、拼音{spelled && `（${spelled.join('')}）`}或首字母
          {spelled && `（${spelled.map((s) => s[0]).join('')}）`}；两个词可合起来找，如“{example}{' '}
          超期”；案件编号直接打开该案件。↑↓ 选择，回车打开。
        </p>
      )}
      {spelling && (
        <p className="kp-note" role="status">
          正在载入拼音…{entered && '载入后即打开第一项。'}
        </p>
      )}
      {failed && <p className="kp-note">拼音暂未取到本机，请用汉字或代码；网络恢复后重新打开搜索即可。</p>}
    </Modal>
  );
}

const CASES = 'cases';

/** Searches all ledgers; what is searched for does not stand in the address. */
const caseHit = (sought: string): Hit => ({
  key: CASES,
  kind: '案件',
  name: `查找：${sought}`,
  told: '全部台账，不分考核期',
  screen: 'cases',
  search: {},
});
