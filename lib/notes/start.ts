export type Style =
  | 'list-heading'
  | 'summary'
  | 'labelled'
  | 'bold'
  | 'numbered'
  | 'bulleted'
  | 'bare'
  | 'lead'

/** A question that stands inside the text under a heading instead of being a heading itself. */
export type Start = {
  style: Style
  /** Where the question stands. */
  line: number
  /** What belongs to its heading, from markup before it to markup after it. */
  from: number
  to: number
  raw: string
  /** Heading level, 0 where it is none. */
  depth: number
  /** How many columns its answer is indented because it stands in a list. */
  indent: number
  /** An answer on the line of the question. */
  inline?: string
  /** It is no question but stands over those that follow it, or over text that is no answer to those before. */
  opensSection?: boolean
  /** It follows an answer of the heading it stands under, which therefore stays a question. */
  afterAnswer?: boolean
}

/** What is known about the place: whether its heading holds questions or is one, and what the file does elsewhere. */
export type Place = {
  /** `section`: the heading stands above the level of questions, or there is none. `question`: on it or below. */
  role: 'section' | 'question'
  headingAsks: boolean
  hasHeading: boolean
  /** Whether other headings follow below this one. */
  hasChildren: boolean
  established: Set<Style>
  /** Its heading says when someone was asked what stands below. */
  isOccasion: boolean
}
