import { SAMPLE_MARK } from '../domain/display';
import { officeName } from '../domain/office';
import { today } from '../domain/today';
import { useOffice, useScheme, useView, useWorkspaceState } from '../ui/data';
import { usePrinting } from '../ui/print/usePrinting';
import { pageMargins } from './pageMargins';

/** The head on paper: whose it is, what was printed, by which rules and when; and the foot of each page. Only in print. */
export function PrintHeader() {
  const office = useOffice();
  const name = officeName(office);
  const scheme = useScheme();
  const view = useView();
  const { kind } = useWorkspaceState();
  // Drawn again as printing begins, so that the day is that of the print.
  usePrinting();
  const sample = kind === 'sample';
  const whose = sample ? `${SAMPLE_MARK} ${name}` : name;
  return (
    <>
      <style>{pageMargins(`${whose}　${view.name}，数据截止日 ${view.asOf}`)}</style>
      <div className="kp-print-header" data-testid="print-header" aria-hidden="true">
        <strong>{name}</strong>
        {sample && <strong className="kp-print-mark">{SAMPLE_MARK}</strong>}
        <span>考核期：{view.name}</span>
        <span>数据截止日：{view.asOf}</span>
        <span>
          考核方案：{scheme.name}
          {scheme.sample && '（示例，不作为考核依据）'}
        </span>
        <span>制表日期：{today()}</span>
        <span>口径：指标按本系统建议公式，率为合计分子÷合计分母；片区按{office.profile.zones.version}</span>
      </div>
    </>
  );
}
