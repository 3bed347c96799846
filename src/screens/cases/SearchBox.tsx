import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { setCaseSearch } from '../../ui/caseSearch';
import { useWords } from '../../ui/data';

const TYPING = 400;

/** Typing does not wait for Enter, and leaves no trail in the browser's history. */
export function SearchBox({ text }: { text: string }) {
  const { smallest } = useWords();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed.trim() === text) return;
    const later = setTimeout(() => setCaseSearch(typed.trim()), TYPING);
    return () => clearTimeout(later);
  }, [typed, text]);
  return (
    <Input
      type="search"
      size="small"
      className="kp-case-find"
      allowClear
      maxLength={200}
      aria-label="在这些案件中查找"
      placeholder={`编号、${smallest}、部门、渠道、商品、当事人、文件名`}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
