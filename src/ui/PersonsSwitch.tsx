import { App, Switch } from 'antd';
import { useWorkspaceState } from './data';

export interface PersonsSwitchProps {
  shown: boolean;
  /** When the names are masked again: 离开“案件”页面后. */
  until: string;
  onChange: (shown: boolean) => void;
}

/** 显示当事人: on purpose, after a sentence that says why not lightly, and for a while only. Whoever shows them logs it. */
export function PersonsSwitch({ shown, until, onChange }: PersonsSwitchProps) {
  const { modal } = App.useApp();
  const { kind } = useWorkspaceState();
  const change = async (on: boolean) => {
    if (!on) {
      onChange(false);
      return;
    }
    const logged =
      kind === 'real'
        ? '显示和导出都会记入本机的处理记录（时间、清单、件数）。'
        : '示例中的当事人均为虚构，不作记录；正式工作区会记入处理记录。';
    const sure = await modal.confirm({
      title: '显示当事人？',
      content: `当事人可能是个人，平时只显示首字。确有工作需要（如核对案件、答复申诉）时才显示。${logged}${until}恢复隐去。`,
      okText: '显示当事人',
      cancelText: '不显示',
    });
    if (sure) onChange(true);
  };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: antd's Switch renders the button that the label names
    <label className="kp-persons">
      <Switch size="small" checked={shown} aria-label="显示当事人" onChange={(on) => void change(on)} />
      显示当事人
    </label>
  );
}
