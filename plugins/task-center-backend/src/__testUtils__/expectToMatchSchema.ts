import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Response } from 'supertest';
import { openApiDocument } from '../rest/openapi';

const ajv = addFormats(new Ajv2020({ strict: false }));
ajv.addSchema(openApiDocument, 'openapi');

/**
 * Fails when the answer to a request is not what the OpenAPI document promises.
 */
export function expectToMatchSchema(response: Response): void {
  const { method, path } = (response as any).req;
  if (response.status >= 400 || !response.type.includes('json')) {
    return;
  }
  const route = path.replace('/api/task-center', '').split('?')[0];
  const [template, operations]: [string, any] = Object.entries(
    openApiDocument.paths,
  ).find(([key]) =>
    new RegExp(`^${key.replace(/\{\w+\}/g, '[^/]+')}$`).test(route),
  ) ?? [route, undefined];
  if (!operations) {
    return; // the document itself
  }
  const operation = operations[method.toLowerCase()];
  if (!operation.responses[response.status]) {
    throw new Error(`${method} ${template} must not answer ${response.status}`);
  }
  const { $ref } =
    operation.responses[response.status].content['application/json'].schema;
  const validate = ajv.getSchema(`openapi${$ref}`)!;
  if (!validate(response.body)) {
    throw new Error(
      `The answer of ${method} ${template} is not as documented: ${ajv.errorsText(
        validate.errors,
      )}`,
    );
  }
}
