/**
 * The edge of a command: what people can act on becomes a plain message and exit code 1, anything else is a bug and shows
 * where it happened.
 * @param {() => Promise<void>} command
 */
export async function atTheEdge(command) {
  try {
    await command()
  } catch (error) {
    const isPlain = error instanceof Error && (error.constructor === Error || error.name === 'Refusal')
    console.error(isPlain ? `\n${error.message}` : error)
    process.exit(1)
  }
}
