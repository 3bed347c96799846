/** Colours of charts. Series are told apart by line style and label too, never by colour alone. */
export const INK = '#1b2430';
export const INK_2 = '#4a5768';
export const LINE = '#e3e7ec';
export const ACCENT = '#14558f';
export const REFERENCE = '#b35806';
/** Bars of intervals behind dots. */
export const INTERVAL = '#8fb5d6';
/** Where there is no case, and the lines that hatch it. */
export const NONE = '#dfe3e8';
export const NONE_HATCH = '#b8c0ca';
/** The dashed edge of what nobody has reported. */
export const UNREPORTED = '#6b7686';

/** Okabe–Ito order, darkened for lines on white. */
export const SERIES = ['#14558f', '#b35806', '#007a5a', '#8a3d7c', '#6b6b00', '#2b8cbe', '#7f2704', '#525252'];

/** One hue from light to dark, for values from low to high. */
export const SEQUENTIAL = ['#e3edf6', '#b9d3e8', '#82b1d5', '#4585b9', '#14558f', '#0b3359'] as const;

/** The offices' own font first: what takes an SVG in (Word, WPS) looks no further than the first name. */
export const FONT = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** Colour of the text on a step of `SEQUENTIAL`. */
export const inkOn = (step: number): string => (step >= 3 ? '#fff' : INK);
