import { Select, type SelectProps } from 'antd';
import { useOffice } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { mappedIndicators } from './chosen';
import { useChosen } from './useChosen';

/** Which indicator colours the map, which zone is outlined, which of the smallest areas is opened. */
export function MapControls() {
  const office = useOffice();
  const { profile, regions, words } = office;
  const { zones } = profile.zones;
  const { indicator, zone, area } = useChosen();
  const setSearch = useSetSearch('zones');
  return (
    <search className="kp-zones-controls kp-no-print" aria-label="地图内容">
      {indicator && (
        <Choice
          label="着色指标"
          value={indicator.id}
          onChange={(id) => setSearch({ indicator: id })}
          options={mappedIndicators(office).map((i) => ({ value: i.id, label: i.name }))}
        />
      )}
      {zones.length > 0 && (
        <Choice
          label="勾出片区"
          value={zone?.id}
          onChange={(id) => setSearch({ zone: id, county: undefined })}
          options={zones.map((z) => ({ value: z.id, label: z.name }))}
        />
      )}
      <Choice
        label={words.smallest}
        value={area?.code}
        onChange={(code) => setSearch({ county: code })}
        options={[
          { value: '', label: zone ? '未选（看整个片区）' : `未选（看${words.whole}）` },
          ...regions.prefectures.flatMap((p): ChoiceProps['options'] => {
            const options = regions.smallest
              .filter((a) => a.prefecture === p.code)
              .map((a) => ({ value: a.code, label: a.name }));
            return p.parted ? [{ label: p.name, options }] : options;
          }),
        ]}
      />
    </search>
  );
}

interface ChoiceProps {
  label: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
  options: NonNullable<SelectProps<string>['options']>;
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
        options={options}
      />
    </label>
  );
}
