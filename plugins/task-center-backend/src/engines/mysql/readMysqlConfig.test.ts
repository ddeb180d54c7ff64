import { ConfigReader } from '@backstage/config';
import { describeAddress, readMysqlConfig } from './readMysqlConfig';

describe('readMysqlConfig', () => {
  const read = (data: object) => readMysqlConfig(new ConfigReader(data as any));

  it('has defaults for all but the credentials', () => {
    const address = read({});
    expect(describeAddress(address)).toBe('localhost:3306');
    expect(address).toMatchObject({ user: undefined, password: undefined });
  });

  it('takes what comes out of environment variables', () => {
    const address = read({ host: 'db', port: '3307', password: '' });
    expect(address).toMatchObject({ port: 3307, password: undefined });
  });

  it.each([
    [{ host: '::1', port: 3307 }, '[::1]:3307'],
    [{ host: 'db', socketPath: '/run/mysql.sock' }, '/run/mysql.sock'],
  ])('says where %p is', (data, expected) => {
    expect(describeAddress(read(data))).toBe(expected);
  });

  it('checks the server for whom it takes itself when TLS is just switched on', () => {
    expect(read({ host: 'db', ssl: true }).ssl).toMatchObject({
      rejectUnauthorized: true,
      verifyIdentity: true,
    });
    expect(read({ host: 'db', ssl: false }).ssl).toBeUndefined();
  });

  it('passes on what TLS is given', () => {
    const ssl = { ca: 'CA', cert: 'CERT', key: 'KEY' };
    expect(read({ host: '10.0.0.1', ssl }).ssl).toEqual({
      ...ssl,
      rejectUnauthorized: true,
      verifyIdentity: false,
    });
    expect(
      read({ host: 'db', ssl: { rejectUnauthorized: false } }).ssl,
    ).toMatchObject({ rejectUnauthorized: false, verifyIdentity: false });
  });

  it('never tells a password that it cannot use', () => {
    expect(() => read({ password: 73_731 })).toThrow(
      'The password of a MySQL connection must be a string',
    );
  });
});
