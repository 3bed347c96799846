import { CalendarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { CALENDAR_FIRST, CUT_OFF_LAST } from '../domain/calendar';
import { defaultInWords } from '../domain/defaultCutOff';
import { useSetView, useView } from '../ui/data';
import { readTypedDay } from '../ui/typedDay';

/**
 * The cut-off (数据截止日): typed, and taken on Enter or on leaving the field, or picked. The browser's own date field is
 * only its calendar: what it prints follows the browser's language, and 01/10/2018 can be read two ways.
 */
export function CutOffPicker() {
  const { asOf, period, standard } = useView();
  const inWords = defaultInWords(standard, period);
  const setView = useSetView();
  const [typed, setTyped] = useState(asOf);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(asOf), [asOf]);
  const take = (text: string) => {
    const day = readTypedDay(text);
    setTyped(day ?? asOf);
    if (day && day !== asOf) setView({ asOf: day });
  };
  return (
    <span className="kp-context-item">
      <label>
        <span className="kp-context-label">数据截止日</span>
        <input
          className="kp-date"
          value={typed}
          maxLength={11}
          title={`格式 2018-01-10，默认为${inWords}；截止日之后发生的，视为尚未发生`}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => take(typed)}
          onKeyDown={(event) => event.key === 'Enter' && take(typed)}
        />
      </label>
      <span className="kp-date-picker">
        <Button
          size="small"
          type="text"
          icon={<CalendarOutlined />}
          aria-label="从日历选择数据截止日"
          onClick={() => picker.current?.showPicker()}
        />
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          min={CALENDAR_FIRST}
          max={CUT_OFF_LAST}
          value={asOf}
          onChange={(event) => take(event.target.value)}
        />
      </span>
      {asOf === standard.day ? (
        <span className="kp-context-note">默认：{inWords}</span>
      ) : (
        <Button size="small" type="link" onClick={() => setView({ asOf: undefined })}>
          恢复默认
        </Button>
      )}
    </span>
  );
}
