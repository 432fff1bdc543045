import { plainText } from './heading.ts'

/** A section keeps its number: `一、网络` is what readers know it by. */
export const sectionTitle = (rawHeading: string): string => plainText(rawHeading) || '…'
