import type { ThemeConfig } from 'antd';

/** The house look on antd: one accent, dense, no rounded or moving ornament. The same values stand in `base.css`. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#14558f',
    colorLink: '#14558f',
    colorText: '#1b2430',
    colorTextSecondary: '#4a5768',
    // antd's own are too pale to be read on white.
    colorTextPlaceholder: '#66717f',
    colorError: '#a3261b',
    colorBorderSecondary: '#e3e7ec',
    borderRadius: 3,
    fontSize: 14,
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif",
    motion: false,
  },
  components: {
    Table: {
      cellPaddingBlockSM: 5,
      cellPaddingInlineSM: 8,
      headerBg: '#f4f6f8',
      headerColor: '#4a5768',
      headerSplitColor: 'transparent',
      headerBorderRadius: 0,
    },
  },
};
