import type { Catalogue } from '../catalogue/catalogue';
import type { Fault } from '../catalogue/fault';
import { isOfReporting } from '../catalogue/indicator';
import { isCollectedIn } from '../collected';
import { periodYear } from '../period';
import type { Profile } from '../profile';

/** Items that a scheme scores in a year in which their indicator is not collected yet. The path is within `scheme.json`. */
export function collectedFaults({ indicators }: Catalogue, { scheme, reporting }: Profile): Fault[] {
  const { first, later } = scheme;
  const begins = Math.min(...reporting.map((r) => periodYear(r.from)));
  const dated = [
    { from: begins, path: '', scheme: first },
    ...later.map((l, i) => ({ from: Math.max(begins, l.from), path: `later.${i}.`, scheme: l.scheme })),
  ];
  return dated.flatMap(({ from, path, scheme }) =>
    Object.entries(scheme.groups).flatMap(([group, items]) =>
      items.flatMap((item, i) => {
        const of = indicators.find(({ id }) => id === item.indicator);
        if (!of || isOfReporting(of) || isCollectedIn({ reporting }, of, `${from}`)) return [];
        const message = `方案自${from}年起用，指标 ${item.indicator} 到${from}年底还没有开始收集，不能计分`;
        return [{ path: `${path}groups.${group}.${i}.indicator`, message }];
      }),
    ),
  );
}
