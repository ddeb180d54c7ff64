import { createTexts } from '../../__testUtils__';
import { describeError } from './ErrorPlaceholder';

const t = createTexts();

describe('describeError', () => {
  it.each([
    ['Failed to fetch', 'Chromium'],
    ['NetworkError when attempting to fetch resource.', 'Firefox'],
    ['Load failed', 'Safari'],
  ])('says “%s”, as %s does, in plain words', message => {
    expect(describeError(new TypeError(message), t)).toBe(
      'The portal could not be reached.',
    );
    expect(describeError(new TypeError(message), createTexts('zh'))).toBe(
      '无法连接到门户。',
    );
  });

  it('repeats what the service said', () => {
    const error = Object.assign(new Error('Request failed with 409'), {
      body: { error: { message: 'The task is over' } },
    });
    expect(describeError(error, t)).toBe('The task is over.');
    expect(describeError(new Error('Failed to fetch'), t)).toBe(
      'Failed to fetch.',
    );
  });
});
