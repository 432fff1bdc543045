/** Notes as people write them in English, with the questions they hold; for the form of `»` see `marked-note.ts`. */
export const englishNotes3: Record<string, string> = {
  'repeated "Answer" headings and good-to-know parts': `
»a ### What is \`this\`?

#### Answer

It depends on the call.

#### Good to hear

- arrow functions have none

##### Additional links

- [MDN](https://developer.mozilla.org/)

<!-- tags: (javascript) -->

---

»a ### What is a pure function?

#### Answer

The same input, the same output.

#### Good to hear

- no side effects

---

»u ### What is currying?

#### Answer

#### Good to hear
`,
}
