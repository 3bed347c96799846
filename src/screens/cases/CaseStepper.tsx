import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { countText } from '../../domain/display';

export interface CaseStepperProps {
  /** Index of the case in its list. */
  index: number;
  total: number;
  onStep: (index: number) => void;
}

/** Which case of how many, and the way to its neighbours: by button, by ↑↓, by k and j. */
export function CaseStepper({ index, total, onStep }: CaseStepperProps) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target)) return;
      const step = STEPS[event.key];
      if (step === undefined) return;
      event.preventDefault();
      const to = index + step;
      if (to >= 0 && to < total) onStep(to);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [index, total, onStep]);
  return (
    <span className="kp-case-stepper">
      <span aria-live="polite">
        第 {countText(index + 1)} 件，共 {countText(total)} 件
      </span>
      <Button
        size="small"
        icon={<UpOutlined />}
        aria-label="上一件"
        title="上一件（↑ 或 k）"
        disabled={index === 0}
        onClick={() => onStep(index - 1)}
      />
      <Button
        size="small"
        icon={<DownOutlined />}
        aria-label="下一件"
        title="下一件（↓ 或 j）"
        disabled={index >= total - 1}
        onClick={() => onStep(index + 1)}
      />
    </span>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
