// Tests in node with jsdom. JupyterLab's packages are modules, which jest takes only when they are translated too.

const typescript = [
  'ts-jest',
  {
    diagnostics: false, // `tsc --project tests` says more, and once
    tsconfig: { allowJs: true, esModuleInterop: true, isolatedModules: true, jsx: 'react', target: 'ES2020' }
  }
];

const sidebar = {
  displayName: 'sidebar',
  testEnvironment: '<rootDir>/tests/environment.js',
  roots: ['<rootDir>/tests'],
  setupFiles: ['<rootDir>/tests/browser.ts'],
  transform: { '\\.(t|j)sx?$': typescript },
  transformIgnorePatterns: [
    '/node_modules/(?!(@jupyter|@jupyterlab|@microsoft|exenv-es6|lib0|marked|preact|y-protocols|yjs)/)'
  ],
  moduleNameMapper: { '\\.(css|svg)$': '<rootDir>/tests/asset.js' }
};

// The components that both have, drawn by the React of the dashboard. Jest reads no .mjs, hence the sources.
const preact = '<rootDir>/dashboard/node_modules/preact';

const dashboard = {
  ...sidebar,
  displayName: 'dashboard',
  roots: ['<rootDir>/tests/core/components'],
  moduleNameMapper: {
    ...sidebar.moduleNameMapper,
    '^preact$': `${preact}/src/index.js`,
    '^preact/(hooks|compat)$': `${preact}/$1/src/index.js`,
    '^react(-dom)?$': `${preact}/compat/src/index.js`,
    '^react-dom/client$': `${preact}/compat/client.js`,
    '^react-dom/test-utils$': `${preact}/test-utils/src/index.js`
  }
};

// The timeout is a deadline where the cores do other things too.
module.exports = { projects: [sidebar, dashboard], testTimeout: 15_000 };
