// Tests in node with jsdom. JupyterLab's packages are modules, which jest takes only when they are translated too.

const typescript = [
  'ts-jest',
  {
    diagnostics: false, // `tsc --project tests` says more, and once
    tsconfig: { allowJs: true, esModuleInterop: true, isolatedModules: true, jsx: 'react', target: 'ES2020' }
  }
];

module.exports = {
  testEnvironment: '<rootDir>/tests/environment.js',
  roots: ['<rootDir>/tests'],
  setupFiles: ['<rootDir>/tests/browser.ts'],
  transform: { '\\.(t|j)sx?$': typescript },
  transformIgnorePatterns: [
    '/node_modules/(?!(@jupyter|@jupyterlab|@microsoft|exenv-es6|lib0|marked|y-protocols|yjs)/)'
  ],
  moduleNameMapper: { '\\.(css|svg)$': '<rootDir>/tests/asset.js' }
};
