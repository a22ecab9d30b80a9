import { ask, type Table } from './table.ts';

const verdict = (request: { client?: null }) =>
  ask({ policy: "connect-src 'none'", url: 'https://b.test/', request }).verdict;

export const clientTables: Table[] = [
  {
    section: 'FETCH#populate-request-from-client',
    cases: [
      { name: 'a request has its client’s policies', actual: () => verdict({}), expected: 'blocked' },
      { name: 'one without a client has none', actual: () => verdict({ client: null }), expected: 'allowed' },
    ],
  },
];
