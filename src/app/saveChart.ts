import type { SaveChart } from '../charts';
import { load } from '../ui/load';

/** Saves a chart as PNG with its title and note; the code for it is loaded when it is asked for. */
export const saveChart: SaveChart = async (drawing, title, note) => {
  const [{ chartImage }, { saveBlob }] = await Promise.all([
    load(() => import('../report/chartImage')),
    load(() => import('../report/download')),
  ]);
  saveBlob(await chartImage({ ...drawing, title, note }), `${title}.png`);
};
