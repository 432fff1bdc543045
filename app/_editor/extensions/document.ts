import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { CodeBlock } from '@tiptap/extension-code-block'
import { Document } from '@tiptap/extension-document'
import { Heading } from '@tiptap/extension-heading'
import { Highlight } from '@tiptap/extension-highlight'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Image } from '@tiptap/extension-image'
import { Italic } from '@tiptap/extension-italic'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Subscript } from '@tiptap/extension-subscript'
import { Superscript } from '@tiptap/extension-superscript'
import { Text } from '@tiptap/extension-text'
import { Code } from './code.ts'
import { EntryLink } from './entry-link.ts'
import { FootnoteDefinition, FootnoteReference } from './footnotes.ts'
import { HardBreak } from './hard-break.ts'
import { KeyboardKey } from './keyboard-key.ts'
import { Link } from './link.ts'
import { ListItem } from './list-item.ts'
import { BulletList, OrderedList } from './lists.ts'
import { MathBlock, MathInline } from './math.ts'
import { RawBlock, RawInline } from './raw.ts'
import { Table, TableCell, TableHeader, TableRow } from './table.ts'

/** Everything a text may hold; the order of marks is the order in which Markdown nests them. */
export const documentExtensions = [
  Document,
  Text,
  Paragraph,
  Heading,
  Blockquote,
  HorizontalRule,
  BulletList,
  OrderedList,
  ListItem,
  CodeBlock,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Image.configure({ inline: true }),
  HardBreak,
  MathInline,
  MathBlock,
  EntryLink,
  FootnoteReference,
  FootnoteDefinition,
  RawBlock,
  RawInline,
  Link,
  Bold,
  Italic,
  Strike,
  Highlight,
  KeyboardKey,
  Superscript,
  Subscript,
  Code,
]
