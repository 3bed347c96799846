import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useSetSearch } from '../../ui/navigation';

const TYPING = 400;

/** Typing does not wait for Enter, and leaves no trail in the history. */
export function SearchBox({ text }: { text: string }) {
  const setSearch = useSetSearch('cases');
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return;
    const later = setTimeout(() => setSearch({ find: typed.trim() || undefined }, { replace: true }), TYPING);
    return () => clearTimeout(later);
  }, [typed, text, setSearch]);
  return (
    <Input
      type="search"
      size="small"
      className="kp-case-find"
      allowClear
      maxLength={200}
      aria-label="在这些案件中查找"
      placeholder="编号、县区、部门、渠道、商品、当事人、文件名"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
