import type { ThemeRegistration } from 'shiki/core'

/** Roles of words in code, each a class that prose.css colours for light and dark. The order decides the stand-in colour. */
const scopes = {
  comment: [
    'comment',
    'punctuation.definition.comment',
    'string.quoted.docstring',
    'string.quoted.docstring punctuation.definition.string',
  ],
  string: [
    'string',
    'punctuation.definition.string',
    'constant.other.symbol',
    'markup.inline.raw',
    'markup.underline.link',
    'string.regexp',
  ],
  number: [
    'constant.numeric',
    'constant.language',
    'constant.character',
    'constant.other',
    'support.constant',
    'keyword.other.unit',
  ],
  keyword: [
    'keyword',
    'storage',
    'variable.language',
    'keyword.operator.logical.python',
    'keyword.operator.expression',
    'keyword.operator.new',
    'keyword.operator.word',
    'punctuation.definition.heading',
    'entity.other.attribute-name.pseudo-class',
  ],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.name.command'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'support.type',
    'support.class',
    'entity.other.inherited-class',
    'storage.type.java',
    'entity.name.namespace',
  ],
  name: [
    'entity.name.tag',
    'support.type.property-name',
    'entity.name.section',
    'markup.heading',
    'variable.other.property.nginx',
  ],
  attribute: [
    'entity.other.attribute-name',
    'variable.parameter',
    'entity.name.function.decorator',
    'meta.decorator',
  ],
  plain: ['keyword.operator', 'punctuation', 'meta.embedded', 'string variable', 'storage.modifier.pointer'],
  inserted: ['markup.inserted', 'punctuation.definition.inserted'],
  deleted: ['markup.deleted', 'punctuation.definition.deleted'],
} satisfies Record<string, string[]>

const roles = Object.keys(scopes)
const colourOf = (role: string) => `#${(roles.indexOf(role) + 1).toString(16).padStart(6, '0')}`
const plain = '#000000'

/** Colours that stand for roles: Shiki gives each piece of code one, and `classOf` turns it into a class. */
export const codeTheme: ThemeRegistration = {
  name: 'roles',
  type: 'light',
  colors: { 'editor.foreground': plain, 'editor.background': '#ffffff' },
  settings: [
    { settings: { foreground: plain } },
    ...Object.entries(scopes).map(([role, scope]) => ({
      scope,
      settings: { foreground: role === 'plain' ? plain : colourOf(role) },
    })),
  ],
}

/** The class of a stand-in colour, or null for code without a role. */
export function classOf(colour: string | undefined): string | null {
  const role = roles[Number.parseInt(colour?.slice(1) ?? '0', 16) - 1]
  return role === undefined || role === 'plain' ? null : `code-${role}`
}
