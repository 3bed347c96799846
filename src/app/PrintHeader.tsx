import { SAMPLE_MARK } from '../domain/display';
import { useOffice, useScheme, useView, useWorkspaceState } from '../ui/data';

/** The line on paper that says what was printed. Shown only in print. */
export function PrintHeader() {
  const { profile } = useOffice();
  const scheme = useScheme();
  const view = useView();
  const { kind } = useWorkspaceState();
  return (
    <div className="kp-print-header" aria-hidden="true">
      <strong>{kind === 'sample' ? SAMPLE_MARK : profile.office}</strong>
      <span>考核期：{view.name}</span>
      <span>数据截止日：{view.asOf}</span>
      <span>
        考核方案：{scheme.name}
        {scheme.sample && '（示例，不作为考核依据）'}
      </span>
      <span>口径：指标按本系统建议公式，率为合计分子÷合计分母；片区按{profile.zones.version}</span>
    </div>
  );
}
