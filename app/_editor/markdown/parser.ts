import { makeParser } from '#lib/rendering/parser'
import { hideComments } from '#lib/rendering/rules/comment'
import { foldDetails } from '#lib/rendering/rules/details'
import { keepCodePadding } from './code-padding.ts'
import { keepRaw } from './raw-rules.ts'

/** Reads Markdown as the pages do, but keeps as raw pieces what the editor cannot show. */
export const parser = makeParser()

keepCodePadding(parser)
keepRaw(parser, [foldDetails, hideComments])
