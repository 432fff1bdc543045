/** What the database's programs see of our environment: nothing that could redirect them, such as PGDATA or PGPORT. */
export function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'TMPDIR', 'SystemRoot', 'LD_LIBRARY_PATH']
  const values = Object.fromEntries(kept.map((name) => [name, process.env[name]]))
  // Next's types demand NODE_ENV of every environment; these programs know nothing of it.
  return { ...values, LC_MESSAGES: 'C' } as unknown as NodeJS.ProcessEnv
}
