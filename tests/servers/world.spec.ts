import { startServers } from '../../servers/index.ts';
import { createWorld } from '../../servers/world.ts';
import { expect, test } from './world.ts';

test('a wildcard covers every depth below its name, and not the name', () => {
  const world = createWorld(['*.third.test']);
  expect(
    ['a.third.test', 'a.b.third.test', 'third.test', 'xthird.test', '.third.test'].map(world.has),
  ).toEqual([true, true, false, false, false]);
});

test('hosts are kept in the form URLs show', () => {
  expect(createWorld(['API.test', 'bücher.test', '[0:0::1]', '*.Third.test']).hosts).toEqual([
    'api.test',
    'xn--bcher-kva.test',
    '[::1]',
    '*.third.test',
  ]);
});

for (const wrong of ['http://a.test', 'a.test:80', 'a.test/', 'a.*', '*', '', 'a b']) {
  test(`"${wrong}" is no host`, async () => {
    await expect(startServers({ hosts: ['page.test', wrong] })).rejects.toThrow(`"${wrong}" is not a host`);
  });
}
