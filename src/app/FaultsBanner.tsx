import { useWorkspaceState } from '../ui/data';
import { ScreenLink } from '../ui/navigation';
import type { Rebuilt } from '../workspace/workspace';

/** Kept submissions that could not be read in again: the figures lack them, and that must not go unsaid. */
export function FaultsBanner() {
  const { faults, rebuilt } = useWorkspaceState();
  if (faults.length === 0) return rebuilt && <RebuiltNotice rebuilt={rebuilt} />;
  return (
    <section className="kp-banner kp-banner-error" aria-label="未能读入的报送" aria-live="assertive">
      <div>
        {rebuilt && <RebuiltWords rebuilt={rebuilt} />}
        <strong>有报送未能读入，下面的数字不含这些报送：</strong>
        <ul>
          {faults.map((fault) => (
            <li key={fault.submission}>
              {fault.file && `${fault.file}：`}
              {fault.message}
            </li>
          ))}
        </ul>
      </div>
      <ScreenLink screen="submissions" search={{ tab: 'files' }} className="kp-no-print">
        到“报送”处理
      </ScreenLink>
    </section>
  );
}

/** The manifest was damaged and was made anew: said once, with what came of it. */
function RebuiltNotice({ rebuilt }: { rebuilt: Rebuilt }) {
  return (
    <section className="kp-banner kp-banner-error" aria-label="报送目录已重建" aria-live="assertive">
      <div>
        <RebuiltWords rebuilt={rebuilt} />
      </div>
      <ScreenLink screen="submissions" search={{ tab: 'files' }} className="kp-no-print">
        到“报送”核对
      </ScreenLink>
    </section>
  );
}

function RebuiltWords({ rebuilt: { submissions, unnamed } }: { rebuilt: Rebuilt }) {
  return (
    <p>
      <strong>本机的报送目录损坏，已由保存的原文件重建出 {submissions} 份报送。</strong>
      {unnamed > 0 && `另有 ${unnamed} 个原文件归属不明，保留待查。`}
      请核对文件清单是否齐全，缺少的重新接收。
    </p>
  );
}
