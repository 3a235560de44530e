import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** Both SDKs' public names side by side; the C# client's tests compare its own with the same file. */
const surface = new URL('../../../../tests/client-surface.txt', import.meta.url);

it('The public names are those that the C# client has too, or that are listed as this language’s own', () => {
  const listed = readFileSync(surface, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('|').map((name) => name.trim()))
    .map(([csharp, typescript = csharp]) => typescript!)
    .filter((name) => name !== '-');
  const names = publicNames().filter((name) => {
    const [type, member] = name.split('.');
    return member === undefined || !listed.includes(`${type!}.*`);
  });
  const expected = listed.filter((name) => !name.endsWith('.*'));
  expect([...new Set(names)].sort()).toEqual([...new Set(expected)].sort());
}, 120_000);

function publicNames(): string[] {
  const index = fileURLToPath(new URL('../../src/client/index.ts', import.meta.url));
  const program = ts.createProgram([index], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
  });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(index)!)!);
  return exported.flatMap((entry) => {
    const symbol = entry.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(entry) : entry;
    if (isInternal(symbol)) return [];
    return [symbol.name, ...membersOf(symbol).map((member) => `${symbol.name}.${camelCase(member)}`)];
  });

  function membersOf(symbol: ts.Symbol): string[] {
    const names: string[] = [];
    if (symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) {
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      for (const one of type.isUnion() ? type.types : [type]) {
        if (one.isStringLiteral()) names.push(one.value);
        else for (const it of one.getProperties()) if (isOurs(it, symbol)) names.push(it.name);
      }
    }
    if (symbol.flags & ts.SymbolFlags.Class)
      names.push(
        ...[...(symbol.exports?.values() ?? [])].filter((it) => isOurs(it, symbol)).map((it) => it.name),
      );
    const value = symbol.valueDeclaration;
    if (symbol.flags & ts.SymbolFlags.Variable && symbol.name === 'CloseCode')
      names.push(
        ...checker
          .getTypeOfSymbolAtLocation(symbol, value!)
          .getProperties()
          .map((it) => it.name),
      );
    return [...new Set(names)];
  }

  // Declared by the type itself, or by an interface of this package that it extends.
  function isOurs(member: ts.Symbol, of: ts.Symbol): boolean {
    const [declaration] = member.declarations ?? [];
    if (!declaration || isInternal(member) || member.name === 'prototype' || member.name.startsWith('__'))
      return false;
    const flags = ts.getCombinedModifierFlags(declaration as ts.Declaration);
    if (flags & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) return false;
    if (
      ts.isPropertyDeclaration(declaration) ||
      ts.isMethodDeclaration(declaration) ||
      ts.isAccessor(declaration)
    )
      return !ts.isPrivateIdentifier(declaration.name) && declaration.parent === of.valueDeclaration;
    return declaration.getSourceFile().fileName.includes('/src/client/');
  }
}

function isInternal(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some((tag) => tag.name === 'internal');
}

function camelCase(name: string): string {
  const word = name.replace(/Ms$/, '');
  return word.charAt(0).toLowerCase() + word.slice(1);
}
