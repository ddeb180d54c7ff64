import { act, render, screen } from '@testing-library/react';
import { Announcement } from './Announcement';

it('says what stands still, once, and keeps silent about what passes', () => {
  jest.useFakeTimers();
  try {
    const { rerender } = render(<Announcement text={undefined} />);
    const region = screen.getByRole('status');
    const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));
    for (let n = 1; n <= 20; n++) {
      rerender(<Announcement text={`${n} statements`} />);
      pass(200);
      rerender(<Announcement text={undefined} />);
      pass(200);
      expect(region).toBeEmptyDOMElement();
    }
    pass(5_000);
    expect(region).toHaveTextContent('20 statements');
  } finally {
    jest.useRealTimers();
  }
});
