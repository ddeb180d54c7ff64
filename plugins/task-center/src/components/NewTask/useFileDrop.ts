import { DragEvent, useState } from 'react';

/**
 * What an element needs so that files can be dropped on it.
 *
 * @internal
 */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [depth, setDepth] = useState(0);
  const holdsFile = (event: DragEvent) =>
    event.dataTransfer.types.includes('Files');
  return {
    isDraggedOver: depth > 0,
    onDragEnter: (event: DragEvent) =>
      holdsFile(event) && setDepth(old => old + 1),
    onDragLeave: (event: DragEvent) =>
      holdsFile(event) && setDepth(old => Math.max(0, old - 1)),
    onDragOver: (event: DragEvent) => {
      if (holdsFile(event)) {
        event.preventDefault();
      }
    },
    // The editor would otherwise insert the files' text, whatever their size.
    onDropCapture: (event: DragEvent) => {
      const files = [...event.dataTransfer.files];
      setDepth(0);
      if (files.length) {
        event.preventDefault();
        event.stopPropagation();
        onFiles(files);
      }
    },
  };
}
