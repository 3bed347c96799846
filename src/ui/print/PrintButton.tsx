import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';

/** Prints the screen on A4; the print style sheet hides navigation and adds the line that says what was printed. */
export function PrintButton() {
  return (
    <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
      打印
    </Button>
  );
}
