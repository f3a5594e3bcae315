import weights from '../../src/meaning/model/weights.json';
import { openStems } from '../model/stems';

/** The trained model, with its stems written out: the code looks them up in their list. */
export const compileModel = () => ({ ...weights, stems: openStems(weights.stems).join(' ') });
