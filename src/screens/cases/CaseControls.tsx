import { Segmented, Select } from 'antd';
import { ownArea } from '../../assessment/own';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { AreaLevel } from '../../domain/cells';
import { countText } from '../../domain/display';
import {
  type EvidenceQuestion,
  type EvidenceSide,
  type FigureQuestion,
  isFigureQuestion,
  type LedgerQuestion,
  ledgerOf,
} from '../../domain/evidence';
import type { IndicatorId } from '../../domain/indicators';
import type { LedgerId } from '../../domain/ledgers';
import type { Office } from '../../domain/office';
import { useOffice, useView } from '../../ui/data';
import { useSetSearch } from '../../ui/navigation';
import { ClassFilter } from './ClassFilter';
import { useLedgerTotals, useSideTotals } from './listed';
import { sideLabel, sidesOf } from './question';

/** What the question is made of; period and cut-off stand in the head bar. */
export function CaseControls({ question }: { question: EvidenceQuestion }) {
  const office = useOffice();
  const setSearch = useSetSearch('cases');
  return (
    <div className="kp-case-controls kp-no-print">
      <Select
        size="small"
        aria-label="指标"
        className="kp-case-indicator"
        popupMatchSelectWidth={false}
        value={isFigureQuestion(question) ? question.indicator : question.ledger}
        options={listsOf(office.catalogue)}
        onChange={(chosen: IndicatorId | LedgerId) => setSearch(listChosen(office.catalogue, question, chosen))}
      />
      <Select
        size="small"
        aria-label="地区、片区或部门"
        className="kp-case-area"
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={`${question.level}/${question.id}${question.own ? '/own' : ''}`}
        options={areaOptions(office)}
        onChange={(chosen: string) => {
          const [level, id, own] = chosen.split('/') as [AreaLevel, string, 'own'?];
          const kept = level === 'department' ? { department: undefined } : {};
          setSearch({ level, id, own: own && '1', ...kept });
        }}
      />
      {question.level !== 'department' && (
        <Select
          size="small"
          aria-label="条线"
          className="kp-case-department"
          allowClear
          placeholder="全部条线"
          value={question.department ?? null}
          options={office.departments.all.map((d) => ({ value: d.id, label: d.name }))}
          onChange={(department?: string) => setSearch({ department })}
        />
      )}
      <ClassFilter question={question} />
      {isFigureQuestion(question) ? <FigureControls question={question} /> : <LedgerControls question={question} />}
    </div>
  );
}

/** Which rows of a figure, and of which quarters. */
function FigureControls({ question }: { question: FigureQuestion }) {
  const { catalogue } = useOffice();
  const view = useView();
  const setSearch = useSetSearch('cases');
  const totals = useSideTotals(question);
  const sides = sidesOf(catalogue, question.indicator, question.asOf);
  return (
    <>
      <Segmented
        size="small"
        aria-label="哪些行"
        value={question.side}
        options={sides.map((side) => ({
          value: side,
          label: withTotal(sideLabel(catalogue, question.indicator, side), totals[side]),
        }))}
        onChange={(side: EvidenceSide) => setSearch({ indicator: question.indicator, side })}
      />
      <Segmented
        size="small"
        aria-label="期间"
        value={question.period === null ? 'all' : 'period'}
        options={[
          { value: 'period', label: `本期（${view.name}）` },
          { value: 'all', label: '截止日前各期' },
        ]}
        onChange={(range) => setSearch({ all: range === 'all' ? '1' : undefined })}
      />
    </>
  );
}

/** Which ledger, each with its number of cases. */
function LedgerControls({ question }: { question: LedgerQuestion }) {
  const { catalogue } = useOffice();
  const setSearch = useSetSearch('cases');
  const totals = useLedgerTotals(question);
  return (
    <Segmented
      size="small"
      aria-label="台账"
      value={question.ledger}
      options={catalogue.collected.map(({ id, name }) => ({ value: id, label: withTotal(name, totals[id]) }))}
      onChange={(ledger: LedgerId) => setSearch(listChosen(catalogue, question, ledger))}
    />
  );
}

/** What the address says of another list. Columns of one ledger mean nothing to the other. */
function listChosen(catalogue: Catalogue, question: EvidenceQuestion, chosen: IndicatorId | LedgerId) {
  const figure = catalogue.counted.find((c) => c.id === chosen);
  const ledger = catalogue.ledgerIds.find((l) => l === chosen);
  const same = (figure?.ledger ?? ledger) === ledgerOf(catalogue, question);
  return {
    indicator: figure?.id,
    ledger,
    side: undefined,
    columns: undefined,
    ...(figure ? {} : { all: undefined }),
    ...(same ? {} : { sort: undefined, descending: undefined, class: undefined }),
  };
}

const withTotal = (label: string, total: number | undefined): string =>
  total === undefined ? label : `${label} ${countText(total)}`;

/** Whole ledgers, and the indicators counted over each. */
const listsOf = (catalogue: Catalogue) => [
  { label: '全部案件', options: catalogue.collected.map(({ id, name }) => ({ value: id, label: name })) },
  ...catalogue.collected.map(({ id, name }) => ({
    label: name,
    options: catalogue.countedOf(id).map((c) => ({ value: c.id, label: c.name })),
  })),
];

function areaOptions(office: Office) {
  const { profile, words } = office;
  const { province, prefectures, counties } = office.regions;
  const option = (level: AreaLevel, id: string, label: string) => ({ value: `${level}/${id}`, label });
  return [
    option('province', province.code, words.whole),
    option('province', `${province.code}/own`, ownArea(office, province.code).name),
    { label: words.places, options: prefectures.map((p) => option('prefecture', p.code, p.name)) },
    ...(profile.zones.zones.length
      ? [{ label: '片区', options: profile.zones.zones.map((z) => option('zone', z.id, z.name)) }]
      : []),
    { label: '部门', options: profile.departments.departments.map((d) => option('department', d.id, d.name)) },
    ...prefectures
      .filter((p) => p.parted)
      .map((p) => ({
        label: `${p.name}各${words.county?.full}`,
        options: [
          ...counties.filter((c) => c.prefecture === p.code).map((c) => option('county', c.code, c.name)),
          option('prefecture', `${p.code}/own`, ownArea(office, p.code).name),
        ],
      })),
  ];
}
