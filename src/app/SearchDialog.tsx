import { Input, type InputRef, Modal } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { setCaseSearch } from '../ui/caseSearch';
import { useOffice } from '../ui/data';
import { useGoTo } from '../ui/navigation';
import { SCREENS } from './routes';
import { findEntries, type Hit, searchEntries } from './searchEntries';

/** Ctrl K: goes to a region, department, zone, indicator, or to the cases that hold a text. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const office = useOffice();
  const goTo = useGoTo();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<InputRef>(null);
  const entries = useMemo(() => {
    const open = new Set(SCREENS.map((s) => s.id));
    return searchEntries(office).filter((e) => open.has(e.screen));
  }, [office]);
  const found = useMemo(() => {
    const hits = findEntries(entries, text);
    return SCREENS.some((s) => s.id === 'cases') && text.trim() ? [...hits, caseEntry(text.trim())] : hits;
  }, [entries, text]);
  const open = (entry: Hit | undefined) => {
    if (!entry) return;
    onClose();
    if (entry.find) setCaseSearch(entry.find);
    goTo(entry.screen, entry.search);
  };
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
        aria-label="搜索地区、部门、片区、指标、案件"
        placeholder="地区、部门、片区、指标名称或代码，案件编号"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') open(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <div id="kp-search-list" role="listbox" aria-label="搜索结果" className="kp-search-list">
        {found.map((entry, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above moves and chooses by keyboard
          <div
            key={entry.key}
            id={`kp-search-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className="kp-search-entry"
            onMouseEnter={() => setAt(i)}
            onClick={() => open(entry)}
          >
            <span className="kp-search-kind">{entry.kind}</span>
            <span>
              {entry.name}
              {entry.told && <small>　{entry.told}</small>}
            </span>
          </div>
        ))}
      </div>
      {text.trim() && found.length === 0 && <p className="kp-note">没有找到“{text.trim()}”。</p>}
      {!text.trim() && <p className="kp-note">输入名称、简称或代码；↑↓ 选择，回车打开。</p>}
    </Modal>
  );
}

const caseEntry = (find: string): Hit => ({
  key: 'cases',
  kind: '案件',
  name: `查找含“${find}”的案件`,
  words: [],
  otherNames: [],
  screen: 'cases',
  search: { all: '1' },
  find,
});
