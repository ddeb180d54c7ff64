// A file of its own, so that what it takes is loaded when somebody first uses it.
export { createPatternFinder } from 'backstage-plugin-task-center-common';
