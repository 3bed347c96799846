import { useWorkspaceState } from '../ui/data';
import { ScreenLink } from '../ui/navigation';

/** Kept submissions that could not be read in again: the figures lack them, and that must not go unsaid. */
export function FaultsBanner() {
  const { faults } = useWorkspaceState();
  if (faults.length === 0) return null;
  return (
    <section className="kp-banner kp-banner-error" aria-label="未能读入的报送" aria-live="assertive">
      <div>
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
      <ScreenLink screen="submissions">到“报送”处理</ScreenLink>
    </section>
  );
}
