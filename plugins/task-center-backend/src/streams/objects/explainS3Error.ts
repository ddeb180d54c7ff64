import { ServiceUnavailableError } from '@backstage/errors';

const REGION_CODES = ['PermanentRedirect', 'AuthorizationHeaderMalformed'];

/**
 * What went wrong with the object storage, in a sentence that says what to do.
 *
 * @internal
 */
export function explainS3Error(
  error: any,
  bucket: string,
): ServiceUnavailableError {
  return new ServiceUnavailableError(toSentence(error, bucket));
}

function toSentence(error: any, bucket: string): string {
  const status = error.$metadata?.httpStatusCode;
  const reason = findReason(error);
  if (error.name === 'NoSuchBucket' || status === 404) {
    return `The bucket '${bucket}' does not exist. Create it, or correct taskCenter.storage.s3.bucketName.`;
  }
  if (status === 301 || REGION_CODES.includes(error.name)) {
    return `The bucket '${bucket}' is in another region. Correct taskCenter.storage.s3.region.`;
  }
  if (status === 401 || status === 403) {
    return `The object storage refuses access to the bucket '${bucket}' (${reason}). Correct the credentials of taskCenter.storage.s3, or what they may do.`;
  }
  if (error.name === 'CredentialsProviderError') {
    return `There are no credentials for the bucket '${bucket}'. Set taskCenter.storage.s3.credentials or accountId, or give the backend's process credentials of its own.`;
  }
  if (error.message === 'Region is missing') {
    return `The region of the bucket '${bucket}' is not known. Set taskCenter.storage.s3.region.`;
  }
  return status
    ? `The object storage failed for the bucket '${bucket}' (${status} ${reason}). Try again later.`
    : `The object storage with the bucket '${bucket}' does not answer (${reason}). Try again later; if it stays so, correct taskCenter.storage.s3.endpoint or the network.`;
}

function findReason({ code, Code, name, message }: any): string {
  return (
    (typeof code === 'string' && code) ||
    Code ||
    (name === 'Error' ? message : name)
  );
}
