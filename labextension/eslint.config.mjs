// What eslint refuses. How the code is laid out is prettier's alone.

import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const KEYS = /^(code|key|keyCode|which)$/;

/** A rule of ours: the key of an event, however it is taken, comes from core/keys. */
const pressed = {
  meta: { type: 'problem', messages: { ask: 'Ask pressed() of core/keys: an input method may have taken the key.' } },
  create(context) {
    const typeOf = node => context.sourceCode.parserServices.getTypeAtLocation(node);
    const check = (node, name, event) => {
      if (KEYS.test(name) && typeOf(event).getProperty('key') && typeOf(event).getProperty('shiftKey')) {
        context.report({ node, messageId: 'ask' });
      }
    };
    return {
      MemberExpression: node => check(node, node.property.name ?? node.property.value, node.object),
      'ObjectPattern > Property': node => check(node, node.key.name, node.parent)
    };
  }
};

export default tseslint.config(
  // Of the dashboard's own packages the types have to be known: `npm ci --prefix dashboard` first.
  { ignores: ['lib/', 'core/*.gen.ts', '**/*.js', '**/*.mjs'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { areyouj: { rules: { pressed } }, 'react-hooks': hooks },
    rules: {
      eqeqeq: 'error',
      'areyouj/pressed': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/rules-of-hooks': 'error',
      '@typescript-eslint/no-base-to-string': 'off', // the arguments of commands are JSON; of each we make text
      '@typescript-eslint/unbound-method': 'off', // of properties of components, which have no `this`
      'no-control-regex': 'off' // to find control characters is what we have them for
    }
  },
  { files: ['core/keys.ts'], rules: { 'areyouj/pressed': 'off' } },
  { files: ['**/*.tsx'], rules: { 'max-lines': ['error', 200] } } // a component; tests/test_structure.py has the rest
);
