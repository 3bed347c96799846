import type { Catalogue } from '../catalogue/catalogue';
import { type Fault, unlisted as unlistedOf } from '../catalogue/fault';
import { deadlineFaults } from '../deadlineFaults';
import type { DeadlineRule, Profile } from '../profile';
import { ids, inFile, repeated, unlisted } from './claims';

export function ruleFaults(
  catalogue: Catalogue,
  { deadlines: { rules }, departments: { departments, channels } }: Profile,
): string[] {
  const listed = { 部门: new Set(departments.map((d) => d.id)), 渠道: new Set(channels.map((c) => c.id)) };
  const named = rules.flatMap((r, i) => [
    { path: `rules.${i}.department`, what: '部门' as const, text: r.department },
    { path: `rules.${i}.channel`, what: '渠道' as const, text: r.channel },
  ]);
  return [
    ...repeated('deadlines', 'id', ids('rules', rules)),
    ...named.flatMap(({ path, what, text }) =>
      text === null || listed[what].has(text) ? [] : [unlisted('deadlines', path, what, text)],
    ),
    ...catalogue.steps
      .filter((step) => !rules.some((r) => r.step === step))
      .map((step) => `deadlines.json → rules：缺少 ${step} 的期限`),
    ...inFile('deadlines', [
      ...rules.flatMap((r, i) => [
        ...unlistedOf('步骤', catalogue.steps, r.step, `rules.${i}.step`),
        ...kindFaults(catalogue, r, `rules.${i}.kind`),
        ...(r.ledger === null ? [] : unlistedOf('台账', catalogue.ledgerIds, r.ledger, `rules.${i}.ledger`)),
      ]),
      ...deadlineFaults(catalogue, rules),
    ]),
  ];
}

/** A rule of a kind that no case of its ledger has would never apply. */
function kindFaults(catalogue: Catalogue, { step, kind }: DeadlineRule, path: string): Fault[] {
  const by = catalogue.deadline(step)?.lookedUpBy.kind;
  const field = catalogue.ledgers
    .find((l) => l.deadlines.some((d) => d.id === step))
    ?.fields.find((f) => f.name === by);
  return field?.type === 'list' && kind !== null ? unlistedOf('类型', field.values, kind, path) : [];
}
