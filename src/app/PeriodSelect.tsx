import { Select } from 'antd';
import { periodName, periodsOfYear, periodYear } from '../domain/period';
import { useSetView, useView, useWorkspace, useWorkspaceState } from '../ui/data';

/** The assessed period: a year, a half-year or a quarter of the years that have submissions. */
export function PeriodSelect() {
  const { period, year } = useView();
  const { profile } = useWorkspace().office;
  const { submissions } = useWorkspaceState();
  const setView = useSetView();
  const years = [...new Set([year, profile.year, ...submissions.map((s) => periodYear(s.period))])].sort(
    (a, b) => b - a,
  );
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: antd's Select renders the input that the label names
    <label className="kp-context-item">
      <span className="kp-context-label">考核期</span>
      <Select
        size="small"
        className="kp-period"
        aria-label="考核期"
        popupMatchSelectWidth={false}
        value={period}
        onChange={(chosen: string) => setView({ period: chosen })}
        options={years.map((y) => ({
          label: `${y}年`,
          options: periodsOfYear(y).map((p) => ({
            value: p,
            label: p.length === 4 ? `${y}年（全年）` : periodName(p),
          })),
        }))}
      />
    </label>
  );
}
