const largest = 2_147_483_647

/** The version number that a part of a URL names; undefined where it names none. */
export function parseNumber(text: string | string[] | undefined): number | undefined {
  if (typeof text !== 'string' || !/^[1-9]\d{0,9}$/.test(text)) return undefined
  const number = Number(text)
  return number <= largest ? number : undefined
}
