import { en } from '../en';
import { taskList } from './taskList';

/** Every text of the pages in Simplified Chinese. */
const zhCN: Record<keyof typeof en, string> = {
  ...taskList,
};

export default zhCN;
