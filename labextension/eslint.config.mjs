// What eslint refuses. How the code is laid out is prettier's alone.

import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  // Of the dashboard's own packages the types have to be known: `npm ci --prefix dashboard` first.
  { ignores: ['lib/', 'core/*.gen.ts', '**/*.js', '**/*.mjs'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'react-hooks': hooks },
    rules: {
      eqeqeq: 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/rules-of-hooks': 'error',
      '@typescript-eslint/no-base-to-string': 'off', // the arguments of commands are JSON; of each we make text
      '@typescript-eslint/unbound-method': 'off', // of properties of components, which have no `this`
      'no-control-regex': 'off' // to find control characters is what we have them for
    }
  },
  { files: ['**/*.tsx'], rules: { 'max-lines': ['error', 200] } } // a component; tests/test_structure.py has the rest
);
