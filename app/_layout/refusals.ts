import { getMessages } from 'next-intl/server'

/** The sentences of all refusals in the reader's language, for forms: by code, and `field.…` for what is wrong with a field. */
export async function refusalWords(own: Record<string, string> = {}): Promise<Record<string, string>> {
  const { refusal } = (await getMessages()) as { refusal: Record<string, string | Record<string, string>> } // our own file
  const { field, ...codes } = refusal
  const fields = Object.entries(field ?? {}).map(([name, text]) => [`field.${name}`, text])
  return { ...codes, ...Object.fromEntries(fields), ...own } as Record<string, string> // only `field` is nested
}
