import complaintIndicators from '../../../public/catalogue/indicators/complaints.json';
import penaltyIndicators from '../../../public/catalogue/indicators/penalties.json';
import submissionIndicators from '../../../public/catalogue/indicators/submissions.json';
import complaints from '../../../public/catalogue/ledgers/complaints.json';
import penalties from '../../../public/catalogue/ledgers/penalties.json';
import { readCatalogue } from './readCatalogue';

/** The catalogue that comes with the program. @throws CatalogueError where its files are wrong */
export const CATALOGUE = readCatalogue({
  ledgers: { complaints, penalties },
  indicators: {
    complaints: complaintIndicators,
    penalties: penaltyIndicators,
    submissions: submissionIndicators,
  },
});
