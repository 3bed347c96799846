import { type SaveChart, subjectText } from '../charts';
import { exportName, SAMPLE_MARK } from '../domain/display';
import { load } from '../ui/load';

/**
 * Saves charts as PNG or SVG with what lets them stand alone; the code for it is loaded when it is asked for.
 * @param sample whether the data at hand is the sample: picture and name then say so
 */
export const saveChartOf =
  (sample: boolean): SaveChart =>
  async (drawing, { title, subject, note }, format) => {
    const [{ chartImage }, { saveBlob }] = await Promise.all([
      load(() => import('../report/chartImage')),
      load(() => import('../report/download')),
    ]);
    const mark = sample ? SAMPLE_MARK : null;
    const blob = await chartImage({ ...drawing, title, subject: subjectText(subject), note, mark }, format);
    const unit = title.startsWith(subject.unit) ? null : subject.unit;
    const name = exportName(sample, subject.period, unit, title.replace(/？$/, ''), `截止${subject.asOf}`);
    saveBlob(blob, `${name}.${format}`);
  };
