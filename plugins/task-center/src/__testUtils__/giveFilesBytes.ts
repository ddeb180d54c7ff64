/**
 * Gives files the method `arrayBuffer` for the tests of a file, which they have in browsers and not in jsdom.
 *
 * @internal
 */
export function giveFilesBytes() {
  // Not the global Blob, which is Node's.
  const prototype: Blob = Object.getPrototypeOf(File.prototype);
  const original = prototype.arrayBuffer;

  beforeAll(() => {
    prototype.arrayBuffer = function readBytes(this: Blob) {
      return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result as ArrayBuffer);
        reader.onerror = () => reject(reader.error);
        reader.readAsArrayBuffer(this);
      });
    };
  });
  afterAll(() => {
    prototype.arrayBuffer = original;
  });
}
