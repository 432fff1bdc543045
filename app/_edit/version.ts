/** A text as somebody has it before them; answers have no title. `baseId` is the revision that it stands on; null for what is not there yet. */
export type Version = { title: string | null; markdown: string; baseId: string | null }

export type Head = { id: string | null; number: number; title: string | null; markdown: string }

/** A version with when it was kept, in milliseconds since 1970. */
export type Draft = Version & { savedAt: number }

export function saysTheSame(
  one: Pick<Version, 'title' | 'markdown'>,
  other: Pick<Version, 'title' | 'markdown'>,
): boolean {
  return one.title === other.title && one.markdown === other.markdown
}
