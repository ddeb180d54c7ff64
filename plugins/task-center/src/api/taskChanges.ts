type Listener = () => void;

const listeners = new Set<Listener>();

/**
 * Tells the parts of the pages which show tasks that one has been made, changed or deleted from this tab, or was seen to
 * have ended, so that they need not wait until they look the next time.
 *
 * @internal
 */
export const taskChanges = {
  tell(): void {
    listeners.forEach(listener => listener());
  },

  /**
   * @returns what ends it
   */
  subscribe(listener: Listener): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
