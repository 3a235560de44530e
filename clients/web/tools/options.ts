/** Reads options like `--minutes 10`; a flag's default says what kind of value it takes. */
export function readOptions<T extends Record<string, string | number>>(
  args: readonly string[],
  defaults: T,
): T {
  const options: Record<string, string | number> = { ...defaults };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i]!.replace(/^--/, '');
    const value = args[i + 1];
    if (!args[i]!.startsWith('--') || !(name in defaults) || value === undefined) {
      const known = Object.keys(defaults).map(
        (key) => `--${key} ${defaults[key] === '' ? 'TEXT' : defaults[key]}`,
      );
      throw new Error(`'${args[i]}' is not understood. Options and their defaults: ${known.join(' ')}`);
    }
    options[name] = typeof defaults[name] === 'number' ? Number(value) : value;
    if (Number.isNaN(options[name])) throw new Error(`${args[i]} wants a number, not '${value}'.`);
  }
  return options as T;
}
