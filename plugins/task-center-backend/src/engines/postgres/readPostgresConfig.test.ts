import { ConfigReader } from '@backstage/config';
import { describeAddress, readPostgresConfig } from './readPostgresConfig';

describe('readPostgresConfig', () => {
  const read = (data: object) =>
    readPostgresConfig(new ConfigReader({ user: 'task', ...data } as any));

  it('has defaults for all but the credentials', () => {
    const address = read({});
    expect(describeAddress(address)).toBe('localhost:5432');
    expect(address).toMatchObject({ database: 'task', password: undefined });
    expect(() => readPostgresConfig(new ConfigReader({}))).toThrow(/user/);
  });

  it('takes what comes out of environment variables', () => {
    const address = read({ host: 'db', port: '5433', password: '' });
    expect(address).toMatchObject({ port: 5433, password: undefined });
  });

  it.each([
    [{ host: '::1', port: 5433 }, '[::1]:5433'],
    [{ host: '/run/postgresql' }, '/run/postgresql/.s.PGSQL.5432'],
    [{ host: 'db', socketPath: '/run/pg' }, '/run/pg/.s.PGSQL.5432'],
  ])('says where %p is', (data, expected) => {
    expect(describeAddress(read(data))).toBe(expected);
  });

  it('checks the server for whom it takes itself when TLS is just switched on', () => {
    const strict = { rejectUnauthorized: true, verifyIdentity: true };
    expect(read({ ssl: true }).ssl).toMatchObject(strict);
    expect(read({ host: '10.0.0.1', ssl: {} }).ssl).toMatchObject(strict);
    expect(read({ ssl: false }).ssl).toBeUndefined();
  });

  it('passes on what TLS is given', () => {
    const ssl = { ca: 'CA', cert: 'CERT', key: 'KEY', servername: 'db' };
    expect(read({ ssl }).ssl).toMatchObject(ssl);
    expect(read({ ssl: { rejectUnauthorized: false } }).ssl).toMatchObject({
      rejectUnauthorized: false,
      verifyIdentity: false,
    });
  });

  it('never tells a password that it cannot use', () => {
    expect(() => read({ password: 73_731 })).toThrow(
      'The password of a PostgreSQL connection must be a string',
    );
  });
});
