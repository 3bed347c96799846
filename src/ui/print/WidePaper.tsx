/** A4 landscape, for a screen whose lists are too wide for a page held upright. The figures are those of `print.css`. */
const LANDSCAPE = '@page{size:A4 landscape}:root{--paper-width:1046;--paper-height:600}';

/** Turns the paper of the screen that holds it. A rule of its own: named pages are not known to every browser. */
export function WidePaper() {
  return <style>{LANDSCAPE}</style>;
}
