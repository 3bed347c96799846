/** Who made, checked and answers for what is printed; once, at the end of what is signed. On paper only. */
export function SignatureLine() {
  return (
    <p className="kp-signature kp-print-only" data-testid="signature">
      <span>制表人：</span>
      <span>审核人：</span>
      <span>负责人（签字）：</span>
      <span>日期：</span>
    </p>
  );
}
