/**
 * Sends a body and tells how far it is. `fetch` cannot: a request does not say how much of its body has left.
 *
 * @throws TypeError when the server cannot be reached, as `fetch` does
 * @throws DOMException named `AbortError` when the signal ends it
 * @internal
 */
export function uploadWithProgress(
  url: string,
  body: Blob,
  options: {
    headers: Record<string, string>;
    signal?: AbortSignal;
    /** Called with the bytes sent so far. */
    onProgress(sentBytes: number): void;
  },
): Promise<Response> {
  const { headers, signal, onProgress } = options;
  const request = new XMLHttpRequest();
  const abort = () => request.abort();
  return new Promise<Response>((resolve, reject) => {
    const giveUp = () =>
      reject(new DOMException('The upload was cancelled', 'AbortError'));
    if (signal?.aborted) {
      giveUp();
      return;
    }
    signal?.addEventListener('abort', abort, { once: true });
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded }) =>
      onProgress(Math.min(loaded, body.size));
    request.upload.onload = () => onProgress(body.size);
    request.onload = () => resolve(toResponse(request));
    request.onerror = () => reject(new TypeError('The upload was interrupted'));
    request.onabort = giveUp;
    request.send(body);
  }).finally(() => signal?.removeEventListener('abort', abort));
}

function toResponse(request: XMLHttpRequest): Response {
  return new Response(request.responseText, {
    status: request.status,
    statusText: request.statusText,
    headers: {
      'Content-Type': request.getResponseHeader('Content-Type') ?? '',
    },
  });
}
