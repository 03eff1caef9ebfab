// The linter of the browser's side: what types can tell, and the limits of this repository.
import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["node_modules/"] },
  {
    files: ["**/*.ts"],
    extends: [eslint.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "max-lines": ["error", 500],
      "max-lines-per-function": ["error", 80],
      complexity: ["error", 20],
      // Code has no limit; comments have that of the whole repository.
      "max-len": ["error", { code: 1000, comments: 100, ignoreUrls: true }],
      // A value that is taken out so that the others are left has no use of its own.
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
);
