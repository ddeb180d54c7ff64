import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages with their polling are rendered here, on machines that may be busy.
const PATIENCE_MS = 15_000;
jest.setTimeout(4 * PATIENCE_MS);
configure({ asyncUtilTimeout: PATIENCE_MS });

// CodeMirror measures its text, which has no size in jsdom.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList;

// jsdom lays nothing out, so there is no size whose change could be observed.
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
