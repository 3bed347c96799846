import { Select } from 'antd';
import type { IndicatorId } from '../../domain/indicators';
import { useOffice } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { useChosen } from './useChosen';

/** Which indicator colours the map, which zone is outlined, which county is opened. */
export function MapControls() {
  const { profile, catalogue } = useOffice();
  const { indicator, zone, county } = useChosen();
  const setSearch = useSetSearch('zones');
  return (
    <search className="kp-zones-controls kp-no-print" aria-label="地图内容">
      <Choice
        label="着色指标"
        value={indicator.id}
        onChange={(id) => setSearch({ indicator: id as IndicatorId })}
        options={catalogue.caseIndicators.map((i) => ({ value: i.id, label: i.name }))}
      />
      <Choice
        label="勾出片区"
        value={zone?.id}
        onChange={(id) => setSearch({ zone: id, county: undefined })}
        options={profile.zones.zones.map((z) => ({ value: z.id, label: z.name }))}
      />
      <Choice
        label="县区"
        value={county?.code}
        onChange={(code) => setSearch({ county: code })}
        options={[
          { value: '', label: '未选（看整个片区）' },
          ...profile.regions.prefectures.map((p) => ({
            label: p.name,
            options: profile.regions.counties
              .filter((c) => c.prefecture === p.code)
              .map((c) => ({ value: c.code, label: c.name })),
          })),
        ]}
      />
    </search>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  options: { value?: string; label: string; options?: { value: string; label: string }[] }[];
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: antd's Select renders the input that the label names
    <label>
      <span>{label}</span>
      <Select
        size="small"
        className="kp-zones-choice"
        aria-label={label}
        popupMatchSelectWidth={false}
        value={value ?? ''}
        onChange={(chosen: string) => onChange(chosen || undefined)}
        options={options as never}
      />
    </label>
  );
}
