const FORMAT = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An ISO instant in the time of this computer: 2018/01/10 09:30. */
export const instantText = (iso: string): string => FORMAT.format(new Date(iso));
